// @craftgate-commerce/core: Craftgate payments without a framework, a database or a server.
// An adapter implements CommercePlatform, calls createCraftgateCommerce and mounts `handle`.

/** The zod that `craftgateOptions` is made with: an adapter extends those options with this one. */
export { z } from 'zod'
export { accountOf, merchantOf } from './account'
export * from './adapter'
export * from './basket'
export { isForfeited } from './checkout/record'
export {
  type BreakerOptions,
  type BulkheadOptions,
  type CallLimits,
  type ClientOptions,
  type ClientPool,
  type CraftgateClient,
  clientPool,
  createClient,
  describeErrorGroup,
  type ErrorGroupFacts,
  type RetryOptions,
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
export { KeyedMutex } from './keyed-mutex'
export { type Localized, sentenceIn } from './localized'
export { type Logger, silentLogger } from './logger'
export * from './money'
export * from './node-http'
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
export {
  type CraftgateOptions,
  craftgateOptions,
  type MerchantOptions,
  merchantOptions,
  parseConfiguration,
  parseOptions,
} from './options'
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
