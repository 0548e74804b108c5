import type { CurrencyCode } from '../money/money'

/** One product line. All amounts are minor units; `discount` is positive and covers the whole line. */
export interface SnapshotLine {
  /** Stable id of the line in the shop; refunds by line find their Craftgate transaction by it. */
  readonly externalId: string
  readonly name: string
  readonly quantity: number
  /** Price of one piece before the discount; with tax when `pricesIncludeTax`. */
  readonly unitPrice: number
  readonly discount?: number
  /** Tax of the whole line, added only when the snapshot's prices exclude tax. */
  readonly tax?: number
}

/** Shipping, gift wrap, cash-on-delivery fee: a line without a quantity. */
export interface SnapshotCharge {
  readonly externalId: string
  readonly name: string
  readonly price: number
  readonly discount?: number
  readonly tax?: number
}

/** An amount that lowers the order as a whole: coupon, gift card, earlier payment. Positive minor units. */
export interface SnapshotReduction {
  readonly name: string
  readonly amount: number
}

export interface Buyer {
  readonly id?: string
  readonly email?: string
  readonly phone?: string
  /** Craftgate's key of this buyer's stored cards: the hosted page offers them. See `PaymentFacts.cardUserKey`. */
  readonly cardUserKey?: string
  /** True for a shopper with an account, who comes back: a card may be stored for them. */
  readonly hasAccount?: boolean
}

/** What is to be paid, as the shop says it, read server-side. Amounts are minor units of `currency`. */
export interface OrderSnapshot {
  /** The order number that people read on a receipt. */
  readonly number: string
  readonly currency: CurrencyCode
  /** What is left to pay. */
  readonly total: number
  readonly pricesIncludeTax: boolean
  readonly lines: readonly SnapshotLine[]
  readonly shipping: readonly SnapshotCharge[]
  readonly fees: readonly SnapshotCharge[]
  /** Discounts of the whole order, spread over what they lower. */
  readonly discounts: readonly SnapshotReduction[]
  /** Gift cards, store credit and payments already made, spread likewise. */
  readonly credits: readonly SnapshotReduction[]
  readonly buyer: Buyer
  /** Only these ways to pay on the hosted page, by Craftgate's names; those of the options when absent. */
  readonly enabledPaymentMethods?: readonly string[]
  /** Language of the hosted page. */
  readonly locale: 'tr' | 'en'
}
