import { z } from 'zod'
import { fillReturnTemplate, isReturnTemplate, originOfTemplate } from '../return-template'

// Options that core does not know, because only an adapter knows which merchant a sale uses and where a shopper goes.

/** Where the shopper goes after paying: a template with `{name}` for each fact, or a function of the facts. */
export type ReturnUrl<Facts> = string | ((facts: Facts) => string | Promise<string>)

interface ReturnUrlRules<Facts> {
  /** The facts that a template may name. */
  readonly placeholders: readonly (keyof Facts & string)[]
  /** A template of this shop, for the message that a wrong one gets. */
  readonly example: string
}

/** The option `returnUrl`: a template whose placeholders are known and whose origin is fixed, or a function. */
export function returnUrlOption<Facts>({ placeholders, example }: ReturnUrlRules<Facts>) {
  const isReturnUrl = (value: unknown) =>
    typeof value === 'function' || (typeof value === 'string' && isReturnTemplate(value, placeholders))
  return z.custom<ReturnUrl<Facts>>(isReturnUrl, {
    error: `returnUrl must be an absolute http(s) URL of your storefront, e.g. ${example}, or a function`,
  })
}

/** The option `returnOrigins`, taken from the template when it is absent; a function has no origin to take. */
export function returnOriginsOf(options: {
  readonly returnUrl: unknown
  readonly returnOrigins?: string[]
}): string[] | undefined {
  const origin = originOfTemplate(options.returnUrl)
  return options.returnOrigins ?? (origin === undefined ? undefined : [origin])
}

/** Fills the template with percent-encoded facts, or asks the shop's own function. */
export async function buildReturnUrl<Facts extends Readonly<Record<keyof Facts, string>>>(
  returnUrl: ReturnUrl<Facts>,
  facts: Facts,
): Promise<string> {
  return typeof returnUrl === 'function' ? returnUrl(facts) : fillReturnTemplate(returnUrl, { ...facts })
}

type Merchants = Readonly<Record<string, unknown>>

/** Adds an issue when an option names a merchant that is not configured. For `superRefine` of an adapter's options. */
export function requireMerchant(
  context: z.RefinementCtx,
  merchants: Merchants,
  { path, name }: { readonly path: string[]; readonly name: string | undefined },
): void {
  if (name === undefined || Object.hasOwn(merchants, name)) return
  const message = `names the merchant '${name}', which is not a key of merchants`
  context.addIssue({ code: 'custom', path, message })
}

/** The merchant of whatever names none: `defaultMerchant`, else the only one there is. */
export function defaultMerchantOf(options: {
  readonly merchants: Merchants
  readonly defaultMerchant?: string
}): string | undefined {
  const [only, ...others] = Object.keys(options.merchants)
  return options.defaultMerchant ?? (others.length === 0 ? only : undefined)
}
