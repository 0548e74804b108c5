import type { ProviderError } from '../client/provider-error'
import type { Localized } from '../messages/localized'
import type { MethodName } from '../methods'
import { compare, type Money, subtract, sum } from '../money'

export interface CardFacts {
  readonly bin?: string
  readonly lastFour?: string
  /** Card family: Bonus, World, Axess, Maximum, Paraf … */
  readonly family?: string
  readonly association?: string
  readonly type?: string
  readonly bankName?: string
  readonly storedCard: boolean
}

/** One item of the payment at Craftgate, the unit of a partial refund. */
export interface TransactionFacts {
  readonly id: number
  /** Set where the facts are of several payments. */
  readonly paymentId?: number
  /** The basket item's externalId. */
  readonly externalId?: string
  readonly price: Money
  readonly paidPrice: Money
  readonly status?: string
  readonly seller?: SellerShare
}

/** Whose item it is in a marketplace, and what he gets of it. */
export interface SellerShare {
  /** Craftgate's number of the member. */
  readonly memberId: number
  readonly amount: Money
}

export interface ErrorFacts {
  readonly code: string
  /** Craftgate error group, e.g. NOT_SUFFICIENT_FUNDS. */
  readonly group?: string
  readonly description?: string
  /** The words of the bank or provider itself. */
  readonly providerError?: ProviderError
  /** What a merchant reads, when there is something better to read than the description. */
  readonly message?: Localized
}

/** What Craftgate says of one payment, in our units. Holds no card number, name or secret. */
export interface PaymentFacts {
  readonly paymentId: number
  /** The other payments of an attempt that was paid by several; amounts are then the sums, all else is of the lead. */
  readonly morePaymentIds?: readonly number[]
  readonly conversationId?: string
  readonly externalId?: string
  /** Basket total: pays the order. */
  readonly price: Money
  /** What the shopper's card is charged: `price` plus instalment interest, or less by a merchant-funded campaign. */
  readonly paidPrice: Money
  readonly installment: number
  readonly phase: 'AUTH' | 'PRE_AUTH' | 'POST_AUTH'
  readonly threeDS: boolean
  /** How it was paid, by Craftgate's name; absent for a way that this version does not know. */
  readonly method?: MethodName
  /** Who took the money, in Craftgate's word: BANK, PAPARA … */
  readonly provider?: string
  /** The part of paidPrice that was paid in points of the card. */
  readonly pointsUsed?: Money
  /** The part of paidPrice that the shopper's wallet at Craftgate paid. */
  readonly walletShare?: Money
  readonly card?: CardFacts
  readonly pos?: { readonly alias?: string; readonly name?: string }
  readonly fraud?: { readonly id?: number; readonly action?: 'BLOCK' | 'REVIEW'; readonly score?: number }
  readonly authCode?: string
  /**
   * Craftgate's key of the shopper's stored cards, when the shopper let this card be stored. Keep it with the customer,
   * out of sight of everybody: with the merchant's keys it lists and charges those cards.
   */
  readonly cardUserKey?: string
  /** Number of the member who pays: into his wallet it may be refunded. */
  readonly buyerMember?: number
  readonly transactions: readonly TransactionFacts[]
  readonly createdDate?: string
}

/** One way in which an outcome differs from what was started. */
export interface Difference {
  readonly field:
    | 'price'
    | 'paidPrice'
    | 'currency'
    | 'externalId'
    | 'conversationId'
    | 'refunded'
    | 'installment'
    | 'points'
  readonly expected: string
  readonly actual: string
}

/** The one reading of a Craftgate payment that every notification arrives at. A decline is an outcome, not an exception. */
export type PaymentOutcome =
  | { readonly kind: 'captured'; readonly facts: PaymentFacts }
  | { readonly kind: 'authorized'; readonly facts: PaymentFacts }
  | { readonly kind: 'review'; readonly facts: PaymentFacts }
  | {
      readonly kind: 'pending'
      readonly facts?: PaymentFacts
      /** The shopper has done their part; the money comes later (bank transfer, shopping loan), or never. */
      readonly awaitingFunds?: true
      /** A loan was granted, and the merchant has to approve it before the lender pays (`CraftgateCommerce.approveLoan`). */
      readonly awaitsApproval?: true
      /** 3D Secure was passed, and the bank has not said yet whether it pays (CALLBACK_THREEDS): nobody should pay again. */
      readonly bankDecides?: true
    }
  | { readonly kind: 'declined'; readonly facts?: PaymentFacts; readonly error: ErrorFacts }
  | { readonly kind: 'expired' }
  | {
      readonly kind: 'mismatch'
      readonly facts: PaymentFacts
      readonly differences: readonly Difference[]
      /** True when the shopper's money is held by this payment and has to go back. */
      readonly moneyHeld: boolean
    }

/** The payment holds the shopper's money, and it is the payment that was started. */
export type HeldOutcome = Extract<PaymentOutcome, { readonly kind: 'captured' | 'authorized' | 'review' }>

/** True for an outcome by which the shopper's money is taken or blocked. */
export const isHeld = (outcome: PaymentOutcome): outcome is HeldOutcome =>
  outcome.kind === 'captured' || outcome.kind === 'authorized' || outcome.kind === 'review'

/** All payments that these facts are about, the lead first. */
export const paymentIdsOf = ({ paymentId, morePaymentIds = [] }: PaymentFacts): readonly number[] => [
  paymentId,
  ...morePaymentIds,
]

/**
 * What the shop is told of an attempt that was paid by several payments: the lead, with the sums of all. Undefined when
 * there is none, or when they are of several currencies.
 */
export function factsOfAttempt(payments: readonly PaymentFacts[]): PaymentFacts | undefined {
  const [lead, ...more] = payments
  if (lead === undefined || more.length === 0) return lead
  const { currency } = lead.price
  if (more.some(({ price, paidPrice }) => price.currency !== currency || paidPrice.currency !== currency))
    return undefined
  return {
    ...lead,
    morePaymentIds: more.map(({ paymentId }) => paymentId),
    price: sum(
      payments.map(({ price }) => price),
      currency,
    ),
    paidPrice: sum(
      payments.map(({ paidPrice }) => paidPrice),
      currency,
    ),
    pointsUsed: sumOf(payments.map(({ pointsUsed }) => pointsUsed)),
    walletShare: sumOf(payments.map(({ walletShare }) => walletShare)),
    transactions: payments.flatMap(({ paymentId, transactions }) =>
      transactions.map((transaction) => ({ ...transaction, paymentId })),
    ),
  }
}

/** Of amounts of one currency, some of which may be absent. */
function sumOf(amounts: readonly (Money | undefined)[]): Money | undefined {
  const known = amounts.filter((amount) => amount !== undefined)
  const [first] = known
  return first && sum(known, first.currency)
}

export interface Interest {
  /** Who bears the difference between what the order costs and what the card is charged. */
  readonly kind: 'none' | 'shopper-interest' | 'merchant-campaign'
  /** Never negative; minor units of the payment's currency. */
  readonly amount: Money
}

/** The difference of paidPrice and price: instalment interest of the shopper, or a campaign that the merchant funds. */
export function interestOf(facts: Pick<PaymentFacts, 'price' | 'paidPrice'>): Interest {
  const order = compare(facts.paidPrice, facts.price)
  if (order < 0) return { kind: 'merchant-campaign', amount: subtract(facts.price, facts.paidPrice) }
  const amount = subtract(facts.paidPrice, facts.price)
  return { kind: order > 0 ? 'shopper-interest' : 'none', amount }
}
