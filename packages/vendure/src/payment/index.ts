// Vendure payments and Craftgate: the payment handler, what it calls, and how outcomes move an order.
// What happened at Craftgate reaches the handler through `known-outcomes.ts` and no other way.
export { AdditionalPayment } from './additional-payment'
export { ApplyOperation } from './apply-operation'
export { ApplyOutcome } from './apply-outcome'
export { CancelledOrderAlert } from './cancelled-order-alert'
export { CaptureAndVoid } from './capture-and-void'
export { craftgateCurrency, craftgateHandler, HANDLER_CODE, pendingRefunds } from './craftgate-handler'
export { DeferredOperations } from './deferred-operations'
export { withKnownOutcome } from './known-outcomes'
export { MoneyMutations } from './money-mutations'
export { RefundPayment } from './refund'
export { RefundRows } from './refund-rows'
export { type AttemptOfPayment, attemptOf, paymentRefOf } from './vendure-payment'
