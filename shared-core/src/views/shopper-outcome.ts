import type { CheckoutState } from '../platform'

/** How an attempt to pay stands, in the words of a storefront. */
export type ShopperOutcome =
  | 'waiting'
  | 'paid'
  | 'authorized'
  | 'in_review'
  | 'declined'
  | 'expired'
  | 'refunding'
  | 'refunded'
  | 'needs_review'

const OUTCOMES: Readonly<Record<CheckoutState, ShopperOutcome>> = {
  created: 'waiting',
  open: 'waiting',
  review: 'in_review',
  authorized: 'authorized',
  captured: 'paid',
  expired: 'expired',
  refunding: 'refunding',
  refunded: 'refunded',
  'needs-review': 'needs_review',
}

/** A decline counts as long as nobody paid: the shopper may try again. */
export function shopperOutcome(state: CheckoutState, declined: boolean): ShopperOutcome {
  const outcome = OUTCOMES[state]
  return declined && (outcome === 'waiting' || outcome === 'expired') ? 'declined' : outcome
}
