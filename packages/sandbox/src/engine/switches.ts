import type { FraudAction } from './fraud/fraud-check'
import { defaultIdempotency, type IdempotencySettings } from './idempotency'
import type { RefundStatus } from './refunds/refund'

export type HeldStatus = 'INIT_THREEDS' | 'CALLBACK_THREEDS' | 'WAITING'

/** What a test asked to go differently; the control face turns these. */
export interface Switches {
  nextFraud?: FraudAction
  /** The next payment that reaches this status stays there until it is released. */
  holdNextPayment?: HeldStatus
  /** A shopper who is at the bank when the token dies pays all the same. */
  payAfterExpiry: boolean
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
  holdNextPayment: undefined,
  payAfterExpiry: false,
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
