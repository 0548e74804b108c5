// Vendure payments and Craftgate: the payment handler, what it calls, and how outcomes move an order.
// Everything that happened at Craftgate reaches the handler through `hand-over.ts` and no other way.
export { AdditionalPayment } from './additional-payment'
export { ApplyOutcome } from './apply-outcome'
export { craftgateCurrency } from './craftgate-currency'
export { craftgateHandler, HANDLER_CODE } from './craftgate-handler'
export { FollowPayment } from './follow-payment'
export { handingOver } from './hand-over'
export { MoneyCalls } from './money-calls'
export { MovedRefund } from './moved-refund'
export { paymentIdOf } from './payment-id'
export { pendingRefunds } from './pending-refunds'
export { Refunds } from './refunds'
export { SettleIntent } from './settle-intent'
