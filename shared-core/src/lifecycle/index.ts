// Everything that moves money after the sale: capture, void, refund. Planned, keyed, resumable, exactly once.
// Every money call is written down before it is made, and asked about before it is ever made again.
export { callKeyOf, type RefundToName, refundKeyOf } from './call-key'
export { capturedPrice } from './captured-price'
export { createLifecycle } from './create-lifecycle'
export { movedOf } from './intent'
export type { Lifecycle, LifecycleParts, Resumed, ResumeQuery } from './lifecycle'
export { resultOf } from './money-result'
export { refundedByUs } from './refunded-by-us'
export { reasonOf, refundIdsOf } from './told-of-call'
