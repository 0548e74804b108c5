import type { CheckoutState, PaymentStanding } from '@craftgate-commerce/core'
import type { Tone } from './html'

/** How an attempt's state looks, or how its payment stands. */
export const STATE_TONES: Readonly<Record<CheckoutState | PaymentStanding, Tone>> = {
  created: 'calm',
  open: 'calm',
  review: 'warn',
  authorized: 'good',
  captured: 'good',
  expired: 'calm',
  refunding: 'warn',
  refunded: 'calm',
  'needs-review': 'bad',
  'captured-in-part': 'good',
  voided: 'calm',
  'given-back': 'calm',
  'given-back-in-part': 'warn',
}
