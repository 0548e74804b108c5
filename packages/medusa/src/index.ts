// @craftgate-commerce/medusa: Craftgate payments for Medusa v2.
// Medusa finds the plugin's routes, job, module and provider by itself; here are the words of its options.
import '@craftgate-commerce/core/node-version'

export { CRAFTGATE_MODULE } from './craftgate'
export type { CraftgatePluginOptions, ReturnFacts, SellerQuestion } from './options'
export type { CraftgateProviderOptions } from './providers/craftgate/provider-options'
