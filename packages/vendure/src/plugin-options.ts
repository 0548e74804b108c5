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
import type { Order, OrderLine, RequestContext } from '@vendure/core'

/** What a return URL may be made of. */
export interface ReturnFacts {
  readonly orderCode: string
  /** Names the attempt: `craftgateCheckout(reference)` of the Shop API says how it stands. */
  readonly reference: string
  readonly channelToken: string
  readonly languageCode: string
  readonly outcome: ReturnOutcome
}

/** What `sellerOf` is asked with. */
export interface SellerQuestion {
  readonly ctx: RequestContext
  readonly order: Order
  readonly line: OrderLine
  /** What the line comes to after its discounts, with tax, in minor units of the order's currency. */
  readonly price: number
}

export interface CraftgatePluginOptions extends Omit<CraftgateOptions, 'returnOrigins'> {
  /**
   * Where the shopper goes after the payment page: a template with `{orderCode}`, `{reference}`, `{channelToken}`,
   * `{languageCode}` and `{outcome}`, or a function. Whoever holds the pay link of a paid order is led there too, and Vendure
   * gives a guest's name and address for an order code: prefer `{reference}`.
   */
  readonly returnUrl: ReturnUrl<ReturnFacts>
  /** Origins that `returnUrl` may lead to. Taken from the template when absent; a function needs them. */
  readonly returnOrigins?: string[]
  /** Which merchant of `merchants` a channel uses: channel token -> merchant name. */
  readonly channels?: Record<string, string>
  /** The merchant of every other channel. The only merchant is the default when there are no `channels`. */
  readonly defaultMerchant?: string
  /**
   * Of a marketplace: whose goods a line of an order is, and what he gets of it. A shop with sellers of Vendure's own reads
   * `line.sellerChannelId`.
   */
  readonly sellerOf?: SellerOf<SellerQuestion>
  /** The state of a fulfillment that approves the shares of its sellers; `false`: never by itself. Default: Delivered. */
  readonly approveOn?: string | false
  /** Cron expression of the task `craftgate-reconcile`; `false` leaves it out. Default: every minute. */
  readonly reconcileSchedule?: string | false
  /** Where Vendure's dashboard is, whose order pages the panel links to. Default: /dashboard below `publicUrl`. */
  readonly dashboardUrl?: string
  /**
   * How many seconds a mutation of the Admin API that refunds waits for Craftgate, after its own transaction. Within them
   * it answers with the refund's end; after them with a pending refund, whose end is entered by itself. Default: 10;
   * 0 answers at once.
   */
  readonly answerWithinSeconds?: number
}

function isSchedule(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.trim().split(/\s+/).length === 5)
}

const ownKeys = {
  returnUrl: returnUrlOption<ReturnFacts>({
    placeholders: ['orderCode', 'reference', 'channelToken', 'languageCode', 'outcome'],
    example: 'https://shop.example.com/payment?ref={reference}',
  }),
  channels: z.record(z.string(), z.string()).default({}),
  defaultMerchant: z.string().optional(),
  reconcileSchedule: z
    .custom<string | false>(isSchedule, {
      error: "must be a cron expression of five fields, e.g. '* * * * *', or false",
      abort: false,
    })
    .default('* * * * *'),
  sellerOf: sellerOfOption<SellerQuestion>(),
  approveOn: z.union([z.string().min(1), z.literal(false)]).default('Delivered'),
  dashboardUrl: z.url({ protocol: /^https?$/, error: 'must be an absolute http(s) URL' }).optional(),
  answerWithinSeconds: z
    .number({ error: 'must be a number of seconds' })
    .min(0, 'must be 0 or more')
    .max(60, 'must be at most 60')
    .default(10),
}

const pluginOptions = withRules(craftgateOptions.extend(ownKeys), (options, context) => {
  const { merchants, channels = {}, defaultMerchant } = options
  for (const [token, name] of Object.entries(channels))
    requireMerchant(context, merchants, { path: ['channels', token], name })
  requireMerchant(context, merchants, { path: ['defaultMerchant'], name: defaultMerchant })
  requireReturnOrigin(context, options)
  const names = Object.keys(merchants ?? {})
  if (names.length < 2 || defaultMerchant !== undefined || Object.keys(channels).length > 0) return
  const message = `is missing: there are several merchants (${names.join(', ')}); name one here, or that of each channel in channels`
  context.addIssue({ code: 'custom', path: ['defaultMerchant'], message })
})

export interface VendureOptions {
  /** What core is given. */
  readonly core: CraftgateOptions
  readonly publicUrl: string
  readonly basePath: string
  readonly returnUrl: ReturnUrl<ReturnFacts>
  readonly reconcileSchedule: string | false
  readonly answerWithinSeconds: number
  readonly sellerOf?: SellerOf<SellerQuestion>
  readonly approveOn: string | false
  /** Without a slash at its end. */
  readonly dashboardUrl: string
  /** What the plugin itself signs with: see `linkSecret`. */
  readonly linkSecrets: readonly [string, ...string[]]
  /** The merchant of this channel; undefined when the channel has none. */
  merchantOf(channelToken: string): string | undefined
  /** The account of a merchant. Throws a CraftgateError of kind `configuration` for a name that is not there. */
  accountOf(merchant: string): string
  /** What records of a merchant may name; throws as `accountOf`. */
  accountsEverOf(merchant: string): readonly string[]
  /** The merchant whose keys reach this account; undefined when none does any more. */
  merchantOfAccount(account: string): string | undefined
}

/**
 * Checks all options once, at start. Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function parsePluginOptions(input: CraftgatePluginOptions): VendureOptions {
  const given = { ...input, returnOrigins: returnOriginsOf(input ?? {}) }
  const parsed = parseConfiguration(pluginOptions, given)
  const {
    returnUrl,
    channels,
    defaultMerchant,
    reconcileSchedule,
    answerWithinSeconds,
    dashboardUrl,
    sellerOf,
    approveOn,
    ...core
  } = given
  return {
    core: { ...core, returnOrigins: parsed.returnOrigins },
    publicUrl: parsed.publicUrl,
    basePath: parsed.basePath,
    returnUrl: parsed.returnUrl,
    reconcileSchedule: parsed.reconcileSchedule,
    answerWithinSeconds: parsed.answerWithinSeconds,
    sellerOf: parsed.sellerOf,
    approveOn: parsed.approveOn,
    dashboardUrl: (parsed.dashboardUrl ?? `${parsed.publicUrl}/dashboard`).replace(/\/$/, ''),
    linkSecrets: [parsed.linkSecret].flat() as [string, ...string[]],
    merchantOf: (token) => parsed.channels[token] ?? fallbackMerchant(parsed),
    accountOf: (merchant) => accountOf(parsed, merchant),
    accountsEverOf: (merchant) => accountsEverOf(parsed, merchant),
    merchantOfAccount: (account) =>
      Object.keys(parsed.merchants).find((name) => accountOf(parsed, name) === account),
  }
}

/** With named channels, only those are served, unless a default is named too. */
function fallbackMerchant(options: z.output<typeof pluginOptions>): string | undefined {
  return Object.keys(options.channels).length === 0 ? defaultMerchantOf(options) : options.defaultMerchant
}
