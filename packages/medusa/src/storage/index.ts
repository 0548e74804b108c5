// The plugin's own tables: attempts to pay with their payments and timeline, payment operations, processed webhooks, leases,
// orders that may hold money after their cancel, and the lock of a payment. Core decides what stands in most of them.

export { Alerts } from './alert-store'
export { CheckoutStore } from './checkout-store'
export { type CheckoutEvent, CheckoutEventStore, ProcessedWebhooks } from './event-stores'
export { advisoryLock, missingTables, openIsolatedPool } from './isolated-connection'
export { Leases, LeaseTakenError } from './leases'
export { OldRecords } from './old-records'
export { OperationStore } from './operation-store'
export { SalesEntries } from './sales-entries'
export { type UnreleasedOrder, UnreleasedOrders } from './unreleased-orders'
export { VersionedTable } from './versioned-table'
export { WalletOperations } from './wallet-operation-store'
