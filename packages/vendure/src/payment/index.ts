// Vendure payments and Craftgate: the payment handler, what it calls, and how outcomes move an order.
// What happened at Craftgate reaches the handler through `known-outcomes.ts` and no other way.
export { AdditionalPayment } from './additional-payment'
export { AllocatedStock } from './allocated-stock'
export { ApplyOperation } from './apply-operation'
export { ApplyOutcome } from './apply-outcome'
export { CaptureAndVoid } from './capture-and-void'
export { craftgateCurrency, craftgateHandler, HANDLER_CODE, pendingRefunds } from './craftgate-handler'
export { withKnownOutcome } from './known-outcomes'
export { RefundPayment } from './refund'
export { RefundRows } from './refund-rows'
export { RestorePayment } from './restore-payment'
export { type AttemptOfPayment, attemptOf, paymentRefOf } from './vendure-payment'
