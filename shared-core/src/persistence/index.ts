// What stores of records and money calls have in common: flat rows (money as minor units beside its currency, null for
// what is absent; the names are those of the columns), writes by version, reading page by page, the port over them.
export { checkoutOfRow, type StoredCheckout, toCheckoutRow } from './checkout-row'
export { operationOfRow, type StoredOperation, toOperationRow } from './operation-row'
export { saveWithOptimisticLock, type VersionedWrites } from './optimistic-lock'
export { PAGE_SIZE, paginate } from './paginate'
export { StoredPlatform, type Stores } from './stored-platform'
