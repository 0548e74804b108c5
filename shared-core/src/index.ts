// @craftgate-commerce/core: Craftgate payments without a framework, a database or a server.
// An adapter implements CommercePlatform, calls createCraftgateCommerce and mounts `handle`.

/** The zod that `craftgateOptions` is made with: an adapter extends those options with this one. */
export { z } from 'zod'
export * from './basket'
export { isGivenUp } from './checkout/state-table'
export type * from './commerce'
export { type CommerceParts, createCraftgateCommerce } from './create-craftgate-commerce'
export { CraftgateError, type CraftgateErrorKind, type MayRetry } from './errors'
export {
  type BreakerOptions,
  type BulkheadOptions,
  type CallLimits,
  createGateway,
  describeErrorGroup,
  type ErrorGroupFacts,
  type Gateway,
  type GatewayOptions,
  type GatewayPool,
  gatewayPool,
  type RetryOptions,
  type WholeGateway,
} from './gateway'
export {
  type CallbackFields,
  callbackMeans,
  equalInConstantTime,
  isGenuineApmCallback,
  isGenuineThreeDSCallback,
} from './inbound'
export type { InstallmentOption, InstallmentQuestion, InstallmentTable } from './installments'
export {
  callKeyOf,
  capturedPrice,
  movedOf,
  type RefundToName,
  reasonOf,
  refundIdsOf,
  refundKeyOf,
  resultOf,
} from './lifecycle'
export { type Localized, sentenceIn } from './localized'
export { type Logger, silentLogger } from './logger'
export * from './money'
export * from './node-http'
export { OneAtATime } from './one-at-a-time'
export { type CraftgateOptions, craftgateOptions, type MerchantOptions, merchantOptions } from './options'
export { parseConfiguration, parseOptions } from './parse-options'
export { type Interest, interestOf, isHeld } from './payment'
export type * from './payment/outcome'
export type * from './platform'
export {
  fillReturnTemplate,
  isReturnTemplate,
  originOfTemplate,
  type ReturnOutcome,
  returnOutcome,
} from './return-template'
export * from './shown'
export * from './stored'
export type { CardOwner, StoredCard } from './vault'
