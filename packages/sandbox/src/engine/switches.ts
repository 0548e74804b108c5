import type { FraudAction } from './fraud/fraud-check'
import { defaultIdempotency, type IdempotencySettings } from './idempotency'
import type { RefundStatus } from './refunds/refund'

/** What a test asked to go differently; the control face turns these. */
export interface Switches {
  nextFraud?: FraudAction
  /** The next payment on the hosted page is promised, and its money comes later. */
  nextPaymentWaits: boolean
  nextRefund?: Exclude<RefundStatus, 'SUCCESS'>
  /** Overrides every POS's post-auth margin, in percent. */
  margin?: number
  loseCallbacks: boolean
  duplicateCallbacks: boolean
  webhooksPaused: boolean
  loseWebhooks: boolean
  /** How often each delivery is made; 1 is honest. */
  webhookCopies: number
  /** Newest first instead of oldest first. */
  reorderWebhooks: boolean
  idempotency: IdempotencySettings
}

export const honestSwitches = (): Switches => ({
  nextFraud: undefined,
  nextPaymentWaits: false,
  nextRefund: undefined,
  margin: undefined,
  loseCallbacks: false,
  duplicateCallbacks: false,
  webhooksPaused: false,
  loseWebhooks: false,
  webhookCopies: 1,
  reorderWebhooks: false,
  idempotency: defaultIdempotency(),
})
