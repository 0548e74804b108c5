// @craftgate-commerce/core: Craftgate payments without a framework, a database or a server.
// An adapter implements CommercePlatform, calls createCraftgateCommerce and mounts `handle`.

/** The zod that `craftgateOptions` is made with: an adapter extends those options with this one. */
export { z } from 'zod'
export { accountOf, merchantOf } from './account'
export * from './basket'
export { isForfeited } from './checkout/state-table'
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
} from './client'
export type * from './commerce'
export { type CommerceParts, createCraftgateCommerce } from './create-craftgate-commerce'
export { CraftgateError, type CraftgateErrorKind, type Delivery, type MayRetry } from './errors'
export {
  type CallbackFields,
  callbackMeans,
  equalInConstantTime,
  isGenuineApmCallback,
  isGenuineThreeDSCallback,
} from './http'
export type { InstallmentOption, InstallmentQuestion, InstallmentTable } from './installments'
export { type Localized, sentenceIn } from './localized'
export { type Logger, silentLogger } from './logger'
export * from './money'
export * from './node-http'
export { KeyedMutex } from './one-at-a-time'
export {
  capturedPrice,
  movedOf,
  operationKeyOf,
  pendingReason,
  type RefundToName,
  refundIdsOf,
  refundKeyOf,
  resultOf,
} from './operations'
export { type CraftgateOptions, craftgateOptions, type MerchantOptions, merchantOptions } from './options'
export { parseConfiguration, parseOptions } from './parse-options'
export { type Interest, interestOf, isHeld, paymentIdsOf } from './payment'
export type * from './payment/outcome'
export * from './persistence'
export type * from './platform'
export {
  fillReturnTemplate,
  isReturnTemplate,
  originOfTemplate,
  type ReturnOutcome,
  returnOutcome,
} from './return-template'
export type { CardOwner, StoredCard } from './stored-cards'
export * from './views'
