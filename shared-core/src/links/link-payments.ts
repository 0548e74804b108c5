// What a merchant does with payments of links.
import type { Localized } from '../messages/localized'
import type { ErrorFacts } from '../payment/outcome'
import type { Match } from '../transfers/match'
import type { Whose } from '../transfers/transfers'
import type { LinkPayment, PaymentLink } from './payment-links'

/** captured: an order may take it. refunded: some of it went back. held: the bank or the fraud rules hold it, or it failed. */
export type LinkPaymentState = 'captured' | 'refunded' | 'held'

export interface NamedLinkPayment extends Whose {
  /** Craftgate's number of the link. */
  readonly link: number
  readonly paymentId: number
}

/** A payment of a link, as Craftgate tells it now, with what the shop knows of it. */
export interface FoundLinkPayment extends LinkPayment {
  readonly link: PaymentLink
  readonly state: LinkPaymentState
  /** Orders that it may be for, the likeliest first; none of one that pays an order, or of which no order can be paid. */
  readonly matches: readonly Match[]
}

/**
 * done: the order took it. unknown: the shop could not enter it now, and does so later by itself. failed: the order took it not
 * after all, and the merchant gives it back.
 */
export type MatchResult =
  | { readonly state: 'done' }
  | { readonly state: 'unknown'; readonly message: Localized }
  | { readonly state: 'failed'; readonly error: ErrorFacts; readonly message: Localized }

/** Each throws CraftgateError, with code `not-of-link` for what is no payment of the link. */
export interface LinkPayments {
  /** False where the shop has no orders that wait unpaid: there `match` is refused with code `no-unpaid-orders`. */
  readonly areMatched: boolean
  /** `number`: of an order that is looked for besides; it is among the matches, with no reason when nothing speaks for it. */
  find(query: NamedLinkPayment & { readonly number?: string }): Promise<FoundLinkPayment>
  /**
   * The order of this reference takes the payment, which is exactly what it owes: each is used once, however often and by
   * however many this is asked. Throws with code `payment-used`, `payment-refunded`, `payment-held`, `order-not-waiting`,
   * `other-amount`; nothing was recorded then.
   */
  match(query: NamedLinkPayment & { readonly reference: string }): Promise<MatchResult>
}
