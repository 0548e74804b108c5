import {
  parseConfiguration,
  paymentMethods,
  requireEnabled,
  wayToPay,
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
  /**
   * The way to pay of this entry, e.g. 'PAPARA': started without the hosted page where it can be. A pay link may name
   * another. Default: the plugin's `checkout.method`, or the hosted page.
   */
  readonly method?: z.input<typeof wayToPay>
}

export const providerOptions = withRules(
  z.strictObject({
    merchant: z.string().optional(),
    paymentPhase: z.enum(['AUTH', 'PRE_AUTH']).default('AUTH'),
    enabledPaymentMethods: paymentMethods.optional(),
    method: wayToPay.optional(),
  }),
  ({ paymentPhase, enabledPaymentMethods, method }, context) => {
    requireEnabled(context, method, enabledPaymentMethods)
    if (paymentPhase !== 'PRE_AUTH') return
    const refuse = (key: string, names: readonly string[]) => {
      const cannot = withoutPreAuthorization(names)
      if (cannot.length === 0) return
      const message = `has ways to pay that take no pre-authorization: ${cannot.join(', ')}`
      context.addIssue({ code: 'custom', path: [key], message })
    }
    refuse('enabledPaymentMethods', enabledPaymentMethods ?? [])
    refuse('method', method ? [method] : [])
  },
)

/** Throws a CraftgateError of kind `configuration`, one line for each wrong key. */
export const parseProviderOptions = (options: unknown) => parseConfiguration(providerOptions, options ?? {})
