import type { CheckoutState } from '../platform'

/**
 * The one table: which state may follow which. What stands not here does not happen, whoever knocks.
 * A state whose list is empty is the end of the attempt. An expired attempt may still turn out to be paid, when the
 * shopper was at the bank while the page died. Money that an order accepted (authorized) is never sent back from here;
 * so what is on its way back, or kept, still becomes the order's when the order took it a moment before that was
 * written down.
 */
export const FOLLOWS: Readonly<Record<CheckoutState, readonly CheckoutState[]>> = {
  created: ['open', 'expired'],
  open: ['review', 'authorized', 'captured', 'expired', 'refunding', 'needs-review'],
  review: ['authorized', 'captured', 'expired', 'refunding', 'needs-review'],
  authorized: ['captured'],
  captured: [],
  expired: ['review', 'authorized', 'captured', 'refunding', 'needs-review'],
  refunding: ['refunded', 'review', 'authorized', 'captured'],
  refunded: [],
  'needs-review': ['review', 'authorized', 'captured'],
}

export const mayFollow = (from: CheckoutState, to: CheckoutState): boolean => FOLLOWS[from].includes(to)

/** True when the money went back, is on its way back, or is kept for the merchant: no order may take it any more. */
export const isForfeited = (state: CheckoutState): state is 'refunding' | 'refunded' | 'needs-review' =>
  state === 'refunding' || state === 'refunded' || state === 'needs-review'
