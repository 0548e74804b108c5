import {
  type CraftgateOptions,
  craftgateOptions,
  isReturnTemplate,
  originOfTemplate,
  parseConfiguration,
  type ReturnOutcome,
  z,
} from '@craftgate-commerce/core'

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

export type ReturnUrlOf = (facts: ReturnFacts) => string | Promise<string>

/** Options of the plugin line of medusa-config. */
export interface CraftgatePluginOptions extends Omit<CraftgateOptions, 'returnOrigins' | 'basePath'> {
  /**
   * Where the shopper goes after the payment page: a template with `{reference}`, `{cartId}`, `{orderId}`,
   * `{countryCode}` and `{outcome}`, or a function.
   */
  readonly returnUrl: string | ReturnUrlOf
  /** Origins that `returnUrl` may lead to. Taken from the template when absent; a function needs them. */
  readonly returnOrigins?: string[]
  /** The merchant of every provider that names none. The only merchant is the default. */
  readonly defaultMerchant?: string
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
  readonly returnUrl: string | ReturnUrlOf
  readonly merchantNames: readonly string[]
  readonly defaultMerchant: string | undefined
  readonly language: 'tr' | 'en'
  readonly reconcileJob: boolean
  /** Craftgate's panel for this merchant; null where the environment has none (an emulator). */
  panelUrl(merchant: string): string | null
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
 * Checks all options once, at start. Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function parsePluginOptions(input: CraftgatePluginOptions): PluginOptions {
  const { returnUrl, defaultMerchant, language = 'tr', reconcileJob = true, ...given } = input
  const origin = originOfTemplate(returnUrl)
  const core = {
    basePath: BASE_PATH,
    ...given,
    returnOrigins: given.returnOrigins ?? (origin ? [origin] : []),
  }
  const parsed = parseConfiguration(withOurKeys, {
    ...core,
    returnUrl,
    defaultMerchant,
    language,
    reconcileJob,
  })
  const merchantNames = Object.keys(parsed.merchants)
  return {
    core,
    mountUrl: parsed.publicUrl + BASE_PATH,
    returnUrl: parsed.returnUrl,
    merchantNames,
    defaultMerchant: parsed.defaultMerchant ?? (merchantNames.length === 1 ? merchantNames[0] : undefined),
    language: parsed.language,
    reconcileJob: parsed.reconcileJob,
    panelUrl: (merchant) => PANELS[parsed.merchants[merchant]?.environment ?? ''] ?? null,
  }
}

const PANELS: Readonly<Record<string, string>> = {
  live: 'https://panel.craftgate.io',
  sandbox: 'https://sandbox-panel.craftgate.io',
}

const isReturnUrl = (value: unknown): boolean =>
  typeof value === 'function' || (typeof value === 'string' && isReturnTemplate(value, PLACEHOLDERS))

const withOurKeys = craftgateOptions
  .extend({
    basePath: z.literal(BASE_PATH, {
      error: `basePath is no option here: Medusa mounts the routes at ${BASE_PATH}`,
    }),
    returnUrl: z.custom<string | ReturnUrlOf>(isReturnUrl, {
      error:
        'returnUrl must be an absolute http(s) URL of your storefront, e.g. https://shop.example.com/pay/{reference}, or a function',
    }),
    defaultMerchant: z.string().optional(),
    language: z.enum(['tr', 'en'], { error: "language must be 'tr' or 'en'" }),
    reconcileJob: z.boolean({ error: 'reconcileJob must be true or false' }),
  })
  .superRefine(({ defaultMerchant: name, merchants }, context) => {
    if (name === undefined || Object.hasOwn(merchants, name)) return
    const message = `names the merchant '${name}', which is not a key of merchants`
    context.addIssue({ code: 'custom', path: ['defaultMerchant'], message })
  })
