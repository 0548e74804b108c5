import {
  type CraftgateOptions,
  craftgateOptions,
  isReturnTemplate,
  originOfTemplate,
  parseConfiguration,
  type ReturnOutcome,
} from '@craftgate-commerce/core'
import { z } from 'zod'

/** What a return URL may be made of. */
export interface ReturnFacts {
  readonly orderCode: string
  /** Names the attempt: `craftgateCheckout(reference)` of the Shop API tells its status. */
  readonly reference: string
  readonly channelToken: string
  readonly languageCode: string
  readonly outcome: ReturnOutcome
}

export type ReturnUrlOf = (facts: ReturnFacts) => string | Promise<string>

export interface CraftgatePluginOptions extends Omit<CraftgateOptions, 'returnOrigins'> {
  /**
   * Where the shopper goes after the payment page: a template with `{orderCode}`, `{reference}`, `{channelToken}`,
   * `{languageCode}` and `{outcome}`, or a function.
   */
  readonly returnUrl: string | ReturnUrlOf
  /** Origins that `returnUrl` may lead to. Taken from the template when absent; a function needs them. */
  readonly returnOrigins?: string[]
  /** Which merchant of `merchants` a channel uses: channel token -> merchant name. */
  readonly channels?: Record<string, string>
  /** The merchant of every other channel. The only merchant is the default when there are no `channels`. */
  readonly defaultMerchant?: string
  /** Cron expression of the task `craftgate-reconcile`; `false` leaves it out. Default: every minute. */
  readonly reconcileSchedule?: string | false
}

const PLACEHOLDERS: readonly (keyof ReturnFacts)[] = [
  'orderCode',
  'reference',
  'channelToken',
  'languageCode',
  'outcome',
]

function isReturnUrl(value: unknown): boolean {
  return typeof value === 'function' || (typeof value === 'string' && isReturnTemplate(value, PLACEHOLDERS))
}

function isSchedule(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.trim().split(/\s+/).length === 5)
}

const ownKeys = {
  returnUrl: z.custom<string | ReturnUrlOf>(isReturnUrl, {
    error:
      'returnUrl must be an absolute http(s) URL of your storefront, e.g. https://shop.example.com/order/{orderCode}, or a function',
  }),
  channels: z.record(z.string(), z.string()).default({}),
  defaultMerchant: z.string().optional(),
  reconcileSchedule: z
    .custom<string | false>(isSchedule, {
      error: "reconcileSchedule must be a cron expression of five fields, e.g. '* * * * *', or false",
    })
    .default('* * * * *'),
}

const pluginOptions = craftgateOptions.extend(ownKeys).superRefine((options, context) => {
  const unknown = (name: string) => `names the merchant '${name}', which is not a key of merchants`
  for (const [token, name] of Object.entries(options.channels)) {
    if (!Object.hasOwn(options.merchants, name))
      context.addIssue({ code: 'custom', path: ['channels', token], message: unknown(name) })
  }
  const fallback = options.defaultMerchant
  if (fallback !== undefined && !Object.hasOwn(options.merchants, fallback))
    context.addIssue({ code: 'custom', path: ['defaultMerchant'], message: unknown(fallback) })
})

export interface VendureOptions {
  /** What core is given. */
  readonly core: CraftgateOptions
  readonly publicUrl: string
  readonly basePath: string
  readonly returnUrl: string | ReturnUrlOf
  readonly reconcileSchedule: string | false
  /** The merchant of this channel; undefined when the channel has none. */
  merchantOf(channelToken: string): string | undefined
}

/**
 * Checks all options once, at start. Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function parsePluginOptions(input: CraftgatePluginOptions): VendureOptions {
  const origin = originOfTemplate(input.returnUrl)
  const given = { ...input, returnOrigins: input.returnOrigins ?? (origin && [origin]) }
  const parsed = parseConfiguration(pluginOptions, given)
  const { returnUrl, channels, defaultMerchant, reconcileSchedule, ...core } = given
  return {
    core: { ...core, returnOrigins: parsed.returnOrigins },
    publicUrl: parsed.publicUrl,
    basePath: parsed.basePath,
    returnUrl: parsed.returnUrl,
    reconcileSchedule: parsed.reconcileSchedule,
    merchantOf: (token) => parsed.channels[token] ?? fallbackMerchant(parsed),
  }
}

function fallbackMerchant(options: z.output<typeof pluginOptions>): string | undefined {
  if (options.defaultMerchant !== undefined) return options.defaultMerchant
  const [only, ...others] = Object.keys(options.merchants)
  return others.length === 0 && Object.keys(options.channels).length === 0 ? only : undefined
}
