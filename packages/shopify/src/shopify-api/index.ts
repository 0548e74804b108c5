// The Payments Apps API of Shopify: its mutations, what its answers mean, the version that is pinned.
export type { AgainReason, Answer } from './answer'
export { API_VERSION, isAnsweredVersion } from './api-version'
export { PaymentsAppsApi, type SessionAddress, type Tokens } from './payments-apps-api'
export type { CaptureRejectCode, PaymentRejectCode } from './reject-codes'
