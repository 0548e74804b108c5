// What a payment becomes in Medusa: an order that took it, a payment that follows what Craftgate says, a refund that is
// recorded late. Every change goes through Medusa's own workflows and modules.
export { ApplyOperation } from './apply-operation'
export { ApplyOutcome } from './apply-outcome'
export { CancelledOrders } from './cancelled-orders'
export { CollectionLock } from './collection-lock'
export { FreeOrders } from './free-orders'
export { rowLease } from './moved-money'
export { OrderBooks } from './order-books'
export { openChangesOf } from './order-changes'
export { type PaymentData, paymentData, readPaymentData, recordedKeyOf } from './payment-data'
export { markRecording } from './recording-mark'
export { isSweepDue, reconcile, sweep } from './sweep'
export { UnpaidOrders } from './unpaid-orders'
