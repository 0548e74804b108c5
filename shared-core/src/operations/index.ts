// Everything that moves money after the sale: capture, void, refund. Planned, written down, carried out exactly once.
// The rules stand above the code that follows them: execute.ts, not-found-policy.ts, allocation.ts.
export type { OperationsDependencies } from './context'
export { createOperations, type Operations } from './create-operations'
export { capturedPrice, movedOf, refundedByUs } from './operation'
export { operationKeyOf, type RefundToName, refundKeyOf } from './operation-keys'
export { pendingReason, refundIdsOf, resultOf } from './operation-message'
export type { Resumed, ResumeQuery } from './resume'
