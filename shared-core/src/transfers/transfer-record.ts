// What a shop remembers of a transfer to an account of the merchant's which Craftgate watches: that it came, and which orders
// it pays. Who sent it stands at Craftgate only.
import type { Money } from '../money/money'
import type { CheckoutRecord } from '../platform'

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

/** An order that is placed unpaid, and waits for a transfer. */
export interface WaitingOrder {
  /** Its newest attempt. */
  readonly record: CheckoutRecord
  /** The order number that people read. */
  readonly number: string
  /** Whoever may send the money: the customer, and who the invoice and the parcel go to. */
  readonly buyerNames: readonly string[]
}

/** Orders that wait: the newest `limit`, and those of any age that have one of these amounts or numbers. */
export interface WaitingQuery {
  readonly account: string
  /** As `PanelUser.shop`: of this one of several on a server. */
  readonly shop?: string
  readonly limit: number
  /** In minor units; at most 25. */
  readonly amounts: readonly number[]
  /** As they were written: a number of an order may stand among them, in any case of letters; at most 100. */
  readonly numbers: readonly string[]
  /** Instead of all that: these, at most 20. */
  readonly references?: readonly string[]
}

/** What a shop with unpaid orders provides for transfers to be matched to them. Rows are never deleted: one that is gone could be used again. */
export interface TransferStore {
  /** Inserts (version 0) or updates by account and id, unless somebody wrote it since this version was read. */
  save(record: TransferRecord): Promise<TransferRecord | 'conflict'>
  /** Those of these numbers that are there, in any order. */
  of(account: string, ids: readonly number[]): Promise<readonly TransferRecord[]>
  /** Those that are undecided, newest first. Wants an index of them. */
  undecided(account: string, limit: number): Promise<readonly TransferRecord[]>
  /** Orders whose `record` is `created`, for a FUND_TRANSFER, of this account; each once. At most 25 for an amount. */
  waiting(query: WaitingQuery): Promise<readonly WaitingOrder[]>
}
