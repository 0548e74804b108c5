// What a shop remembers of a transfer to an account of the merchant's which Craftgate watches: that it came, and which orders
// it pays. Who sent it stands at Craftgate only.
import type { Money } from '../money/money'

/** An order that a transfer pays, or is to pay. */
export interface TransferPart {
  /** As `CheckoutRecord.reference`. */
  readonly reference: string
  /** What the order owed when it was confirmed; nothing else is recorded for it. */
  readonly amount: Money
  /** pending: it is not known yet that its payment was recorded at Craftgate. */
  readonly state: 'pending' | 'done'
}

/**
 * undecided: somebody has to say what it is for, or for what is left of it because an order of it could not be paid.
 * confirmed: it pays the orders of its parts, once. closed: it pays no order; `reason` says what became of it.
 */
export interface TransferRecord {
  readonly account: string
  /** Craftgate's number of the bank account record. */
  readonly id: number
  readonly state: 'undecided' | 'confirmed' | 'closed'
  readonly amount: Money
  readonly parts: readonly TransferPart[]
  /** returned: the merchant sent it back at his bank. other: it was for something else. */
  readonly reason?: 'returned' | 'other'
  readonly createdAt: Date
  readonly updatedAt: Date
  /** 0 = never stored. The store raises it by one at each write. */
  readonly version: number
}
