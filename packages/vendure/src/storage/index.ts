// Where core's records are kept: attempts, payment operations, handled events, and the lock for one payment.
// Everything here is committed at once, outside of the shop's transactions.
export { Alerts } from './alert-store'
export { countUpTo } from './count-up-to'
export { IsolatedConnection, VendurePaymentLock } from './isolated-connection'
export { OldRecords } from './old-records'
export { SalesEntries } from './sales-entries'
export { CheckoutStore, EventStore, OperationStore } from './stores'
export { isLockFailure, isStorable, latestOf, lockRow, retryOnSerializationFailure } from './transactions'
export { VendureTransfers } from './transfer-store'
export { WalletOperations } from './wallet-operations'
