import {
  type OfflineMethod,
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
    method: wayToPay.optional(),
    offline: z.enum(['FUND_TRANSFER', 'CASH_ON_DELIVERY']).optional(),
    instructions: z
      .strictObject({
        /** In Turkish. */
        tr: z.string().optional(),
        /** In English. */
        en: z.string().optional(),
      })
      .optional(),
  }),
  ({ paymentPhase, enabledPaymentMethods, method, offline, instructions }, context) => {
    const add = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const isOnPage =
      paymentPhase === 'PRE_AUTH' || enabledPaymentMethods !== undefined || method !== undefined
    if (offline !== undefined && isOnPage)
      add(
        'offline',
        'goes with neither PRE_AUTH nor enabledPaymentMethods nor method: the order is placed without a page',
      )
    if (instructions !== undefined && offline === undefined)
      add('instructions', 'are of an entry with offline: FUND_TRANSFER or CASH_ON_DELIVERY')
    requireEnabled(context, method, enabledPaymentMethods)
    if (paymentPhase !== 'PRE_AUTH') return
    const refuse = (key: string, names: readonly string[]) => {
      const cannot = withoutPreAuthorization(names)
      if (cannot.length > 0) add(key, `has ways to pay that take no pre-authorization: ${cannot.join(', ')}`)
    }
    refuse('enabledPaymentMethods', enabledPaymentMethods ?? [])
    refuse('method', method ? [method] : [])
  },
)

/** Throws a CraftgateError of kind `configuration`, one line for each wrong key. */
export const parseProviderOptions = (options: unknown) => parseConfiguration(providerOptions, options ?? {})
