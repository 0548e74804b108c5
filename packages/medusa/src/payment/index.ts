// What a payment becomes in Medusa: an order that took it, a payment that follows what Craftgate says, a refund that is
// recorded late. Every change goes through Medusa's own workflows and modules.
export { ApplyOperation } from './apply-operation'
export { ApplyOutcome } from './apply-outcome'
export { FreeOrders } from './free-orders'
export { type PaymentData, paymentData, readPaymentData, recordedKeyOf } from './payment-data'
export { reconcile, sweep } from './reconcile'
export { markRecording } from './recording-mark'
