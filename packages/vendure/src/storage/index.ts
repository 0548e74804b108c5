// Where core's records are kept: attempts, payment operations, handled events, and the lock for one payment.
// Everything here is committed at once, outside of the shop's transactions.
export { IsolatedConnection } from './isolated-connection'
export { VendurePaymentLock } from './payment-lock'
export { CheckoutStore, EventStore, OperationStore } from './stores'
export { latestOf, lockRow, retryOnSerializationFailure } from './transactions'
