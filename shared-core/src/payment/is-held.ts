import type { HeldOutcome, PaymentOutcome } from './outcome'

/** True for an outcome by which the shopper's money is taken or blocked. */
export const isHeld = (outcome: PaymentOutcome): outcome is HeldOutcome =>
  outcome.kind === 'captured' || outcome.kind === 'authorized' || outcome.kind === 'review'
