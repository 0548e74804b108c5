// What a payment becomes in Medusa: an order that took it, a payment that follows Craftgate's news, a refund entered late.
// Every change goes through Medusa's own workflows and modules.

export { ApplyOperation } from './apply-operation'
export { ApplyOutcome } from './apply-outcome'
export { CancelledOrders } from './cancelled-orders'
export { KnownOutcomes } from './known-outcomes'
export { type PaymentData, paymentData, readPaymentData, recordedKeyOf } from './payment-data'
export { isRefundScheduled } from './refund-scheduled'
export { StaleOperationCleanup } from './stale-operation-cleanup'
