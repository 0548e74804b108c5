import {
  parseConfiguration,
  paymentMethods,
  withoutPreAuthorization,
  withRules,
  z,
} from '@craftgate-commerce/core/adapter'

/** Options of one entry at the checkout: the same provider may be listed several times, each with an id of its own. */
export interface CraftgateProviderOptions {
  /** Key of `merchants` in the plugin's options. Default: its `defaultMerchant`, or the only merchant. */
  readonly merchant?: string
  /** AUTH takes the money at once; PRE_AUTH only blocks it until the merchant captures. Default: AUTH. */
  readonly paymentPhase?: 'AUTH' | 'PRE_AUTH'
  /** Only these ways to pay on the page of this entry, by Craftgate's names, e.g. ['CARD']. Default: the plugin's. */
  readonly enabledPaymentMethods?: z.input<typeof paymentMethods>
}

export const providerOptions = withRules(
  z.strictObject({
    merchant: z.string().optional(),
    paymentPhase: z.enum(['AUTH', 'PRE_AUTH']).default('AUTH'),
    enabledPaymentMethods: paymentMethods.optional(),
  }),
  ({ paymentPhase, enabledPaymentMethods = [] }, context) => {
    const cannot = paymentPhase === 'PRE_AUTH' ? withoutPreAuthorization(enabledPaymentMethods) : []
    if (cannot.length === 0) return
    const message = `has ways to pay that take no pre-authorization: ${cannot.join(', ')}`
    context.addIssue({ code: 'custom', path: ['enabledPaymentMethods'], message })
  },
)

/** Throws a CraftgateError of kind `configuration`, one line for each wrong key. */
export const parseProviderOptions = (options: unknown) => parseConfiguration(providerOptions, options ?? {})
