// What a payment becomes in Medusa: an order that took it, a payment that follows Craftgate's news, a refund entered late.
// Every change goes through Medusa's own workflows and modules.
export { ApplyOutcome } from './apply-outcome'
export { CancelledOrders } from './cancelled-orders'
export { HalfWritten } from './half-written'
export { HandOver } from './hand-over'
export { type PaymentData, paymentData, readPaymentData } from './payment-data'
export { isPromisedBack } from './promised-back'
export { enteredKeyOf } from './refund-author'
export { SettleOperation } from './settle-operation'
