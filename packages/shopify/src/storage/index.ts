// What core asks a shop to keep, for one tenant each: attempts, payment operations, processed webhooks, the payment's lock.
// And, for all tenants, how old records go.
export { Alerts } from './alert-store'
export { CheckoutStore } from './checkout-store'
export { OperationStore } from './operation-store'
export { type MerchantAct, PanelAudit } from './panel-audit'
export { PaymentLock } from './payment-lock'
export { ProcessedWebhookStore } from './processed-webhook-store'
export { OldRecords } from './retention-store'
export { type Charge, SalesEntries } from './sales-entries'
export { WalletOperations } from './wallet-operations'
