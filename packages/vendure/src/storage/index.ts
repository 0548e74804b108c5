// Where core's records are kept: attempts, money calls, handled events, and the lock for one payment.
// Everything here is committed at once, outside of the shop's transactions.
export { againWhenUndone } from './again-when-undone'
export { CheckoutStore } from './checkout-store'
export { EventStore } from './event-store'
export { Ledger } from './ledger'
export { latestOf, lockRow } from './lock-row'
export { OperationStore } from './operation-store'
export { PaymentLock } from './payment-lock'
