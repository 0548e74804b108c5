import type { CraftgateOptions } from '@craftgate-commerce/core'
import {
  accountOf,
  accountsEverOf,
  craftgateOptions,
  defaultMerchantOf,
  parseConfiguration,
  type ReturnOutcome,
  type ReturnUrl,
  requireMerchant,
  requireReturnOrigin,
  returnOriginsOf,
  returnUrlOption,
  type SellerOf,
  sellerOfOption,
  withRules,
  z,
} from '@craftgate-commerce/core/adapter'
import { providerOptions } from './providers/craftgate/provider-options'

/** What a return URL may be made of. */
export interface ReturnFacts {
  /** Names the attempt: GET /store/craftgate/checkouts/:reference tells its status. */
  readonly reference: string
  readonly cartId: string
  /** Empty while no order is placed. */
  readonly orderId: string
  /** Two letters, from the shipping address; empty without one. */
  readonly countryCode: string
  readonly outcome: ReturnOutcome
}

/** What `sellerOf` is asked with. */
export interface SellerQuestion {
  /** The line as Medusa tells it, with what `sellerFields` asked for. */
  readonly item: Readonly<Record<string, unknown>> & { readonly id: string }
  readonly cart: Readonly<Record<string, unknown>> & { readonly id: string }
  /** What the line comes to after its discounts, with tax, in minor units. */
  readonly price: number
}

/** Options of the plugin line of medusa-config. */
export interface CraftgatePluginOptions extends Omit<CraftgateOptions, 'returnOrigins' | 'basePath'> {
  /**
   * Where the shopper goes after the payment page: a template with `{reference}`, `{cartId}`, `{orderId}`,
   * `{countryCode}` and `{outcome}`, or a function.
   */
  readonly returnUrl: ReturnUrl<ReturnFacts>
  /** Origins that `returnUrl` may lead to. Taken from the template when absent; a function needs them. */
  readonly returnOrigins?: string[]
  /** The merchant of every provider that names none. The only merchant is the default. */
  readonly defaultMerchant?: string
  /**
   * Of a marketplace: whose goods a line of the cart is, and what he gets of it. Ask by `sellerFields` for what it needs;
   * never trust a line's own `metadata`, which the shopper writes.
   */
  readonly sellerOf?: SellerOf<SellerQuestion>
  /** Fields of the cart beside its usual ones, e.g. `items.product.metadata` or `items.product.vendor.*`. */
  readonly sellerFields?: readonly string[]
  /** When a seller's share is approved by itself: with the delivery, the shipment, or never. Default: delivery. */
  readonly approveOn?: 'delivery' | 'shipment' | false
  /**
   * Id of the shop's own workflow that completes a paid cart, where it does more than Medusa's `complete-cart`, as one that splits
   * the order between vendors. It runs `complete-cart` in it and is given the cart as `id` and as `cart_id`. Parts name the order
   * that was split as `metadata.parent_order_id`.
   */
  readonly completeCartWorkflow?: string
  /** Language of what Medusa's admin shows when a payment, capture or refund is refused. Default: tr. */
  readonly language?: 'tr' | 'en'
  /** `false` leaves the scheduled job out: somebody else calls POST /admin/craftgate/reconcile. Default: true. */
  readonly reconcileJob?: boolean
}

export interface PluginOptions {
  /** What core is given. */
  readonly core: CraftgateOptions
  /** publicUrl with the path where Medusa mounts our routes. */
  readonly mountUrl: string
  readonly returnUrl: ReturnUrl<ReturnFacts>
  readonly merchantNames: readonly string[]
  readonly defaultMerchant: string | undefined
  readonly language: 'tr' | 'en'
  readonly reconcileJob: boolean
  readonly sellerOf?: SellerOf<SellerQuestion>
  readonly sellerFields: readonly string[]
  readonly approveOn: 'delivery' | 'shipment' | false
  readonly completeCartWorkflow?: string
  /** The account of a merchant. Throws a CraftgateError of kind `configuration` for a name that is not there. */
  accountOf(merchant: string): string
  /** What records of a merchant may name; throws as `accountOf`. */
  accountsEverOf(merchant: string): readonly string[]
  /** The merchant whose keys reach this account; undefined when none does any more. */
  merchantOf(account: string): string | undefined
  /** Craftgate's panel for this account; null where the environment has none (an emulator). */
  panelUrl(account: string): string | null
}

/** Medusa mounts routes by their files, so this is no option. */
export const BASE_PATH = '/craftgate'

const PLACEHOLDERS: readonly (keyof ReturnFacts)[] = [
  'reference',
  'cartId',
  'orderId',
  'countryCode',
  'outcome',
]

/**
 * Checks all options once, at start: the plugin's, and those of its entries at the checkout, by the id of each.
 * Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function parsePluginOptions(
  input: CraftgatePluginOptions,
  providers: Readonly<Record<string, unknown>> = {},
): PluginOptions {
  const { returnUrl, defaultMerchant, language = 'tr', reconcileJob = true, ...more } = input
  const { sellerOf, sellerFields = [], approveOn = 'delivery', completeCartWorkflow, ...given } = more
  const core = {
    basePath: BASE_PATH,
    ...given,
    returnOrigins: returnOriginsOf(input) ?? [],
  }
  const selling = { sellerOf, sellerFields, approveOn, completeCartWorkflow }
  const ours = { returnUrl, defaultMerchant, language, reconcileJob, ...selling, providers }
  const parsed = parseConfiguration(withOurKeys, { ...core, ...ours })
  const merchantNames = Object.keys(parsed.merchants)
  const merchantsByAccount = new Map(merchantNames.map((name) => [accountOf(parsed, name), name]))
  return {
    core: { ...core, linkSecret: parsed.linkSecret },
    mountUrl: parsed.publicUrl + BASE_PATH,
    returnUrl: parsed.returnUrl,
    merchantNames,
    defaultMerchant: defaultMerchantOf(parsed),
    language: parsed.language,
    reconcileJob: parsed.reconcileJob,
    sellerOf: parsed.sellerOf,
    sellerFields: parsed.sellerFields,
    approveOn: parsed.approveOn,
    completeCartWorkflow: parsed.completeCartWorkflow,
    accountOf: (merchant) => accountOf(parsed, merchant),
    accountsEverOf: (merchant) => accountsEverOf(parsed, merchant),
    merchantOf: (account) => merchantsByAccount.get(account),
    panelUrl: (account) =>
      PANELS[parsed.merchants[merchantsByAccount.get(account) ?? '']?.environment ?? ''] ?? null,
  }
}

const PANELS: Readonly<Record<string, string>> = {
  live: 'https://panel.craftgate.io',
  sandbox: 'https://sandbox-panel.craftgate.io',
}

const withOurKeys = withRules(
  craftgateOptions.extend({
    basePath: z.literal(BASE_PATH, {
      error: `is no option here: Medusa mounts the routes at ${BASE_PATH}`,
    }),
    returnUrl: returnUrlOption<ReturnFacts>({
      placeholders: PLACEHOLDERS,
      example: 'https://shop.example.com/pay/{reference}',
    }),
    defaultMerchant: z.string().optional(),
    language: z.enum(['tr', 'en']),
    reconcileJob: z.boolean(),
    sellerOf: sellerOfOption<SellerQuestion>(),
    sellerFields: z.array(
      z.string().regex(/^[\w.*]+$/, { error: "must be a path, e.g. 'items.product.metadata'" }),
    ),
    approveOn: z.union([z.literal('delivery'), z.literal('shipment'), z.literal(false)], {
      error: "must be 'delivery', 'shipment' or false",
    }),
    completeCartWorkflow: z
      .string()
      .min(1, "must be the id of a workflow, e.g. 'create-vendor-orders'")
      .optional(),
    providers: z.record(z.string(), providerOptions),
  }),
  (options, context) => {
    const { merchants, defaultMerchant, providers = {} } = options
    requireMerchant(context, merchants, { path: ['defaultMerchant'], name: defaultMerchant })
    requireReturnOrigin(context, options)
    const names = Object.keys(merchants ?? {})
    for (const [id, { merchant }] of Object.entries(providers)) {
      const path = ['providers', id, 'merchant']
      requireMerchant(context, merchants, { path, name: merchant })
      if (names.length < 2 || merchant !== undefined || defaultMerchant !== undefined) continue
      const message = `is missing: there are several merchants (${names.join(', ')}); name one, or a defaultMerchant in the plugin's options`
      context.addIssue({ code: 'custom', path, message })
    }
  },
)
