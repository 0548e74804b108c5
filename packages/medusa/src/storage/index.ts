// The plugin's own tables: attempts to pay with their timeline, money calls, handled webhook events, and the lock of a
// payment. Core decides what stands in them.
export { CheckoutStore } from './checkout-store'
export { EventStore } from './event-store'
export { openLedger } from './ledger'
export { type Note, NoteStore } from './note-store'
export { OperationStore } from './operation-store'
export { PaymentLock } from './payment-lock'
