// Everything that moves money after the sale: capture, void, refund. Planned, keyed, resumable, exactly once.
// Every money call is written down before it is made, and asked about before it is ever made again.
export { callKeyOf, type RefundToName, refundKeyOf } from './call-key'
export { capturedPrice } from './captured-price'
export { createLifecycle } from './create-lifecycle'
export type { Lifecycle, LifecycleParts, Resumed, ResumeQuery } from './lifecycle'
export { resultOf } from './money-result'
export { movedOf } from './operation'
export { refundedByUs } from './refunded-by-us'
export { pendingReason, refundIdsOf } from './told-of-call'
