import type { CheckoutState } from '@craftgate-commerce/core'
import type { Tone } from './html'

/** How an attempt's state looks. */
export const STATE_TONES: Readonly<Record<CheckoutState, Tone>> = {
  created: 'calm',
  open: 'calm',
  review: 'warn',
  authorized: 'good',
  captured: 'good',
  expired: 'calm',
  refunding: 'warn',
  refunded: 'calm',
  'needs-review': 'bad',
}
