import {
  type OfflineMethod,
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
  /** This entry places the order unpaid: it is paid by bank transfer, or on delivery. */
  readonly offline?: OfflineMethod
  /** Of such an entry: what the shopper reads (IBAN, name of the account …), by language. Storefronts see it. */
  readonly instructions?: { readonly tr?: string; readonly en?: string }
}

export const providerOptions = withRules(
  z.strictObject({
    merchant: z.string().optional(),
    paymentPhase: z.enum(['AUTH', 'PRE_AUTH']).default('AUTH'),
    enabledPaymentMethods: paymentMethods.optional(),
    offline: z.enum(['FUND_TRANSFER', 'CASH_ON_DELIVERY']).optional(),
    instructions: z.strictObject({ tr: z.string().optional(), en: z.string().optional() }).optional(),
  }),
  ({ paymentPhase, enabledPaymentMethods = [], offline, instructions }, context) => {
    const add = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (offline !== undefined && (paymentPhase === 'PRE_AUTH' || enabledPaymentMethods.length > 0))
      add(
        'offline',
        'goes with neither PRE_AUTH nor enabledPaymentMethods: the order is placed without a page',
      )
    if (instructions !== undefined && offline === undefined)
      add('instructions', 'are of an entry with offline: FUND_TRANSFER or CASH_ON_DELIVERY')
    const cannot = paymentPhase === 'PRE_AUTH' ? withoutPreAuthorization(enabledPaymentMethods) : []
    if (cannot.length === 0) return
    add('enabledPaymentMethods', `has ways to pay that take no pre-authorization: ${cannot.join(', ')}`)
  },
)

/** Throws a CraftgateError of kind `configuration`, one line for each wrong key. */
export const parseProviderOptions = (options: unknown) => parseConfiguration(providerOptions, options ?? {})
