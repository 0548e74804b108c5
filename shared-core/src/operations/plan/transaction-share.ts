import type { Money } from '../../money'

/** One transaction of a payment as a refund sees it. All amounts are of one currency. */
export interface TransactionShare {
  readonly id: number
  /** The basket item's externalId. */
  readonly externalId?: string
  /** Its part of the order's price. */
  readonly price: Money
  /** Its part of what the card was charged. */
  readonly paidPrice: Money
  /** Card money that Craftgate says is still refundable, whoever refunded the rest. */
  readonly refundable: Money
  /** Of `price`, what our own refunds gave back or may still give back. */
  readonly refundedPrice: Money
  /** Of `paidPrice`, likewise. */
  readonly refundedPaid: Money
}

/** Whether a partial refund gives back a share of the instalment interest too. */
export type PartialRefunds = 'proportional' | 'price'
