// The Payments Apps API of Shopify: its mutations, what their results mean, the version that is pinned.
export type { MutationResult, RetryReason } from './mutation-result'
export {
  type CaptureRejectCode,
  isReject,
  type MutationName,
  type PaymentRejectCode,
  type SessionResolution,
} from './mutations'
export {
  API_VERSION,
  answeredVersion,
  isKnownVersion,
  PaymentsAppsApi,
  type SessionAddress,
  type Tokens,
} from './payments-apps-api'
