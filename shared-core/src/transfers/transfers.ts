// What a merchant does with transfers to his bank accounts that Craftgate watches.
import type { Localized } from '../messages/localized'
import type { Money } from '../money'
import type { ErrorFacts } from '../payment/outcome'
import type { Match } from './match'
import type { BankTransfer } from './read-transfer'
import type { TransferRecord } from './transfer-record'

/** An order that a transfer could not pay, with the reason; it is no part of the transfer. */
export interface RefusedPart {
  readonly reference: string
  readonly error: ErrorFacts
  readonly message: Localized
}

/** A transfer with what the shop knows of it. */
export interface IncomingTransfer extends BankTransfer, Pick<TransferRecord, 'state' | 'parts' | 'reason'> {
  /** What its orders do not take. */
  readonly rest: Money
  /** Orders that it may be for, the likeliest first; none of one that is decided. */
  readonly matches: readonly Match[]
}

export interface Whose {
  /** A key of `merchants` in the options. */
  readonly merchant: string
  /** Only orders of this one of several shops on a server (a channel of Vendure's). */
  readonly shop?: string
}

export interface NamedTransfer extends Whose {
  readonly id: number
}

/** Each throws CraftgateError. */
export interface Transfers {
  /** Newest first; `page` counts from 0, and a page has 25. */
  incoming(query: Whose & { readonly page: number }): Promise<{
    readonly transfers: readonly IncomingTransfer[]
    readonly count: number
  }>
  /** `number`: of an order that is looked for besides; it is among the matches, with no reason when nothing speaks for it. */
  find(query: NamedTransfer & { readonly number?: string }): Promise<IncomingTransfer>
  /**
   * The transfer pays these orders, each what it owes now: it is used once, and so is each order, however often and by
   * however many this is asked. Throws with code `transfer-too-small`, `transfer-has-rest` (unless `acceptRest`: the
   * merchant sends it back at his bank), `transfer-used`, `transfer-closed`, `order-not-waiting`, `other-currency`,
   * `no-order`, `too-many-orders`; nothing was recorded then.
   */
  confirm(
    query: NamedTransfer & { readonly references: readonly string[]; readonly acceptRest?: boolean },
  ): Promise<{ readonly transfer: IncomingTransfer; readonly refused: readonly RefusedPart[] }>
  /**
   * It pays no order, or no other. Nothing moves: Craftgate cannot send a transfer back, the merchant does so at his bank.
   * Throws with code `transfer-used` when orders take it whole.
   */
  close(query: NamedTransfer & { readonly reason: 'returned' | 'other' }): Promise<IncomingTransfer>
  /** Takes a close back. Throws with code `transfer-used` when it pays an order. */
  reopen(query: NamedTransfer): Promise<IncomingTransfer>
  /** Those that Craftgate told of and that nobody decided, newest first, 100 at most; none in a shop without unpaid orders. Calls nobody. */
  undecided(merchant: string): Promise<readonly Pick<TransferRecord, 'id' | 'amount' | 'createdAt'>[]>
}
