import type { Basket, OrderSnapshot } from '../../basket'
import type { PageOptions } from '../../checkout-options'
import type { CraftgateClient } from '../../client/craftgate-client'
import type { PageScript } from '../../commerce'
import type { Localized } from '../../messages/localized'
import type { DirectStart } from '../../methods'
import type { MerchantOptions } from '../../options'
import type { CheckoutRecord } from '../../platform'
import { saleFacts } from '../sale-facts'
import type { KnownWayOn } from './way-on'

/** What the shopper typed or chose, checked, by the name of the parameter that carries it. */
export type Answers = Readonly<Record<string, string>>

/** A payment that is about to be started. */
export interface Starting {
  readonly start: DirectStart
  readonly merchant: MerchantOptions
  readonly record: CheckoutRecord
  readonly order: OrderSnapshot
  readonly page: PageOptions
  readonly basket: Basket
  readonly answers: Answers
  /** As `Sale.cardUserKey`. */
  readonly cardUserKey: string | undefined
  readonly callbackUrl: string
  readonly clientIp: string | undefined
  /** The shop's rules demand 3D Secure (`mustVerify`); for what can also be paid without it. */
  readonly verify: boolean
}

/** What every call of a family is told of the sale. */
export const directSale = ({ record, page, basket, callbackUrl }: Starting) => ({
  ...saleFacts({ id: record.id, basket, page }),
  paymentGroup: page.paymentGroup ?? ('PRODUCT' as const),
  callbackUrl,
})

/** over: it reached its end at once, or failed; asking about the payment tells which. */
export interface Started {
  /** Absent where the answer does not tell it: it is found by the attempt's id. */
  readonly paymentId?: number
  /** BKM's name of the payment, by which its webhook tells it. */
  readonly ticket?: string
  readonly wayOn: KnownWayOn | { readonly kind: 'over' }
}

/** What the shopper chooses from. */
export interface Choice {
  readonly code: string
  readonly name: Localized
}

/** The sale whose choices are asked for, or whose page is made. */
export interface Sale {
  readonly start: DirectStart
  readonly merchant: MerchantOptions
  readonly page: PageOptions
  /** Craftgate's key of the cards of the buyer, where he opens the page himself. */
  readonly cardUserKey: string | undefined
  readonly order: OrderSnapshot
  readonly basket: Basket
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

interface Completion {
  readonly start: DirectStart
  readonly paymentId: number
  readonly code: string
}

/** The calls of Craftgate by which one family of ways to pay is started and ended. Each rejects with CraftgateError. */
export interface DirectFamily {
  start(client: CraftgateClient, starting: Starting): Promise<Started>
  /** Answers of the field that lists some (`ChoiceField`); absent where the family asks for none. */
  choices?(client: CraftgateClient, sale: Sale): Promise<readonly Choice[]>
  /** The script of the page that asks; absent where a person types. Undefined for a shopper whom the hosted page serves. */
  script?(client: CraftgateClient, sale: Sale): Promise<PageScript | undefined>
  /** The script of the page that goes on with a payment that was begun, by what `KnownWayOn` kept of it. */
  onward?(sale: Sale, content: string): PageScript
  /** What that page sent; undefined for nothing that leads on. */
  proceed?(client: CraftgateClient, proceeding: Proceeding): Promise<Started | undefined>
  /** What that script asks for before the shopper has answered; undefined for what it may not ask. */
  assist?(client: CraftgateClient, asking: Asking): Promise<unknown>
  /** Sends the code that the shopper typed. What became of the payment is asked afterwards, whatever this answers. */
  complete?(client: CraftgateClient, completion: Completion): Promise<void>
}
