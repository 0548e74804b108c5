import type { Basket, OrderSnapshot } from '../../basket'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import type { DirectStep, Opener, PageScript } from '../../commerce'
import type { InstallmentOption } from '../../installments/installments'
import type { Localized } from '../../messages/localized'
import type { DirectStart } from '../../methods'
import type { Money } from '../../money'
import type { PageOptions } from '../../options/checkout-options'
import type { MerchantOptions } from '../../options/options'
import type { Charge } from '../../payment'
import type { CheckoutRecord } from '../../platform'
import { paymentGroupOf, saleFacts } from '../sale-facts'
import type { KnownWayOn } from './way-on'

/** What the shopper typed or chose, checked, by the name of the parameter that carries it. */
export type Answers = Readonly<Record<string, string>>

/** The sale whose choices are asked for, or whose page is made. */
export interface Sale {
  readonly start: DirectStart
  readonly merchant: MerchantOptions
  readonly page: PageOptions
  readonly record: CheckoutRecord
  readonly opener: Opener
  readonly order: OrderSnapshot
  readonly basket: Basket
}

/** A payment that is about to be started. */
export interface Starting extends Sale {
  readonly answers: Answers
  /** Of a family that charges cards. */
  readonly card?: ChosenCard
  readonly callbackUrl: string
  readonly clientIp: string | undefined
}

/** What every call of a family is told of the sale. */
export const directSale = ({ record, page, basket, callbackUrl }: Starting) => ({
  ...saleFacts({ id: record.id, basket, page }),
  paymentGroup: paymentGroupOf(page, record),
  callbackUrl,
})

/** over: it reached its end at once, or failed; asking about the payment tells which. */
export interface Started {
  /** Absent where the answer does not tell it: it is found by the attempt's id. */
  readonly paymentId?: number
  /** BKM's ticket, by which its webhook tells the payment; Juzdan's reference, by which Craftgate is asked about it. */
  readonly token?: string
  /** What a card will be charged with, of a payment that goes on with the provider's script. */
  readonly terms?: Charge
  readonly wayOn: KnownWayOn | { readonly kind: 'over' }
}

/** What the shopper chooses from. */
export interface Choice {
  readonly code: string
  readonly name: Localized
}

/** What the script of a page that goes on with a payment sent. */
export interface Proceeding {
  readonly merchant: MerchantOptions
  /** What was kept of the payment when it was begun. */
  readonly content: string
  readonly answers: Answers
  readonly callbackUrl: string
}

/** What the script of a page of ours asks for. */
export interface Asking {
  readonly sale: Sale
  readonly answers: Answers
  /** Host of the page that asks. */
  readonly host: string
}

/** A card that is about to be charged, and what for. */
export interface ChosenCard {
  readonly kind: 'chosen'
  /** As Craftgate's request takes it: its keys, or what the shopper typed. Never to be kept. */
  readonly card: NonNullable<RequestBody<'createPayment'>['card']>
  readonly option: InstallmentOption
  /** The bank asks the shopper first, and the money is taken when we say so. Else it is taken at once. */
  readonly verifies: boolean
  readonly type?: string
  /** The part of the total that points of the card pay. */
  readonly points?: Money
  /** The card is stored for this shopper. */
  readonly storedFor?: string
}

/** Why the shopper is asked once more. */
export interface Told {
  readonly problem?: 'invalid' | 'refused' | 'declined' | 'wrong-code'
  /** Of a card that was declined: what he can do about it. */
  readonly reason?: Localized
}

interface Completion {
  readonly start: DirectStart
  readonly paymentId: number
  readonly code: string
}

/** The calls of Craftgate by which one family of ways to pay is started and ended. Each rejects with CraftgateError. */
export interface DirectFamily {
  /** `start` may take the money: it is sent once for an attempt, in one payment of the price. */
  readonly mayCharge?: true
  start(client: CraftgateClient, starting: Starting): Promise<Started>
  /**
   * Of a family that charges cards: the card with its terms, or what the shopper has to be asked first. Called before anything
   * is written down, so that what is wrong costs no attempt.
   */
  chooseCard?(
    client: CraftgateClient,
    sale: Sale,
    choosing: { readonly answers: Answers; readonly now: Date },
  ): Promise<ChosenCard | DirectStep>
  /** A page of its own instead of the questions of `DirectStart.asks`. */
  ask?(client: CraftgateClient, sale: Sale, told: Told): Promise<DirectStep>
  /** Answers of the field that lists some (`ChoiceField`); absent where the family asks for none. */
  choices?(client: CraftgateClient, sale: Sale): Promise<readonly Choice[]>
  /** The script of the page that asks; absent where a person types. Undefined for a shopper whom the hosted page serves. */
  script?(client: CraftgateClient, sale: Sale): Promise<PageScript | undefined>
  /** The script of the page that goes on with a payment that was begun, by what `KnownWayOn` kept of it. */
  onward?(sale: Sale, content: string): PageScript
  /** `proceed` takes the money by these answers: it is sent once for an attempt. */
  charges?(answers: Answers): boolean
  /** What that page sent; undefined for nothing that leads on. */
  proceed?(client: CraftgateClient, proceeding: Proceeding): Promise<Started | undefined>
  /** What that script asks for before the shopper has answered; undefined for what it may not ask. */
  assist?(client: CraftgateClient, asking: Asking): Promise<unknown>
  /** Sends the code that the shopper typed. What became of the payment is asked afterwards, whatever this answers. */
  complete?(client: CraftgateClient, completion: Completion): Promise<void>
}
