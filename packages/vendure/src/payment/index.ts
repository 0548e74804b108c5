// Vendure payments and Craftgate: the payment handler, what it calls, and how outcomes move an order.
// Everything that happened at Craftgate reaches the handler through `hand-over.ts` and no other way.
export { AdditionalPayment } from './additional-payment'
export { ApplyOutcome } from './apply-outcome'
export { refundIdsOf } from './call-metadata'
export { craftgateCurrency } from './craftgate-currency'
export { craftgateHandler, HANDLER_CODE } from './craftgate-handler'
export { FollowPayment } from './follow-payment'
export { MoneyCalls } from './money-calls'
export { MovedRefund } from './moved-refund'
export { paymentIdOf } from './payment-id'
export { Refunds } from './refunds'
export { sentenceIn } from './sentence'
export { SettleIntent } from './settle-intent'
