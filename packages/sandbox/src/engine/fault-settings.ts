import type { BrowserPost } from '../hosted-page-service'
import type { FraudAction } from './fraud/fraud-check'
import type { LoanAction } from './loans/loan'
import type { RefundStatus } from './refunds/refund'

export type HeldStatus = 'INIT_THREEDS' | 'CALLBACK_THREEDS' | 'WAITING'

/** `examples`: the order that every printed example of the portal has; `text`: the one that its pages describe. */
export type ApmHash = 'examples' | 'text'

/** What a test asked to go differently; the control API sets these. */
export interface FaultSettings {
  nextFraud?: FraudAction
  /** The next payment that reaches this status stays there until it is released. */
  holdNextPayment?: HeldStatus
  /** What the next granted loan comes to, whatever its lender usually does. */
  nextLoan?: LoanAction
  /** The paid parts of a page that expires half-way go back by themselves. */
  refundExpiredParts: boolean
  /** A shopper who is at the bank when the token dies pays all the same. */
  payAfterExpiry: boolean
  nextRefund?: Exclude<RefundStatus, 'SUCCESS'>
  /** Overrides every POS's post-auth margin, in percent. */
  margin?: number
  /** The error group that each of these POS refuses everything with, by alias. */
  refusingPoses: Readonly<Record<string, string>>
  /** By apiKey: keys that Craftgate does not know any more. */
  revokedKeys: readonly string[]
  dropCallbacks: boolean
  readonly lostCallbacks: BrowserPost[]
  duplicateCallbacks: boolean
  apmHash: ApmHash
  webhooksPaused: boolean
  dropWebhooks: boolean
  /** The apiKey of the merchant whose key signs every webhook. */
  signAs?: string
  /** How often each delivery is made; 1 is the usual. */
  webhookCopies: number
  /** Newest first instead of oldest first. */
  reorderWebhooks: boolean
  idempotency: IdempotencySettings
}

export const defaultFaultSettings = (): FaultSettings => ({
  nextFraud: undefined,
  holdNextPayment: undefined,
  nextLoan: undefined,
  refundExpiredParts: false,
  payAfterExpiry: false,
  nextRefund: undefined,
  margin: undefined,
  refusingPoses: {},
  revokedKeys: [],
  dropCallbacks: false,
  lostCallbacks: [],
  duplicateCallbacks: false,
  apmHash: 'examples',
  webhooksPaused: false,
  dropWebhooks: false,
  signAs: undefined,
  webhookCopies: 1,
  reorderWebhooks: false,
  idempotency: defaultIdempotency(),
})

/** How the emulator treats what Craftgate's documentation leaves open about `x-idempotency-key`. */
export interface IdempotencySettings {
  /** A known key with another method, path or body: the first result, or 422. */
  differentRequest: 'replay' | 'refuse'
  /** A key whose first request still runs: both are executed, the second gets 409, or it waits for the first. */
  concurrent: 'execute' | 'refuse' | 'wait'
  /** A refusal (4xx but 429) is the key's result from then on. */
  rememberRefusals: boolean
  /** A 5xx is the key's result from then on. */
  rememberServerErrors: boolean
  /** Age on the sandbox's clock at which a key is forgotten. */
  forgetAfterSeconds: number
  /** Whether a key holds for every API key of the merchant, or only for the one that sent it. */
  boundTo: 'api-key' | 'merchant'
}

/**
 * The documented part is news of August 2026: the same key gives the first result. The rest is the reading that asks
 * most of a careful caller, but for server errors: an error of the server is no result.
 */
export const defaultIdempotency = (): IdempotencySettings => ({
  differentRequest: 'replay',
  concurrent: 'execute',
  rememberRefusals: true,
  rememberServerErrors: false,
  forgetAfterSeconds: 24 * 60 * 60,
  boundTo: 'api-key',
})
