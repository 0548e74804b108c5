import type { Localized } from '../localized'
import type { Money } from '../money/money'

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
  /** The basket item's externalId. */
  readonly externalId?: string
  readonly price: Money
  readonly paidPrice: Money
  readonly status?: string
}

export interface ErrorFacts {
  readonly code: string
  /** Craftgate error group, e.g. NOT_SUFFICIENT_FUNDS. */
  readonly group?: string
  readonly description?: string
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
  readonly card?: CardFacts
  readonly pos?: { readonly alias?: string; readonly name?: string }
  readonly fraud?: { readonly id?: number; readonly action: 'BLOCK' | 'REVIEW' }
  readonly authCode?: string
  /**
   * Craftgate's key of the shopper's stored cards, when the shopper let this card be stored. Keep it with the customer,
   * out of sight of everybody: with the merchant's keys it lists and charges those cards.
   */
  readonly cardUserKey?: string
  readonly transactions: readonly TransactionFacts[]
  readonly createdDate?: string
}

/** One way in which an outcome differs from what was started. */
export interface Difference {
  readonly field: 'price' | 'currency' | 'externalId' | 'conversationId'
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
