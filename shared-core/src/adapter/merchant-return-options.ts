import { z } from 'zod'
import { isForfeited } from '../checkout/record'
import type { PaymentOutcome } from '../payment/outcome'
import type { CheckoutRecord } from '../platform'

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
export function returnUrlOption<Facts>(rules: ReturnUrlRules<Facts>) {
  return z.custom<ReturnUrl<Facts>>((value) => faultOf(value, rules) === undefined, {
    error: ({ input }) => faultOf(input, rules),
    abort: false,
  })
}

function faultOf<Facts>(
  value: unknown,
  { placeholders, example }: ReturnUrlRules<Facts>,
): string | undefined {
  if (typeof value === 'function') return undefined
  if (value === undefined) return `is missing; write a URL of your storefront, e.g. ${example}, or a function`
  if (originOfTemplate(value) === undefined)
    return `must be an absolute http(s) URL of your storefront with a host of its own, e.g. ${example}, or a function`
  const unknown = unknownPlaceholders(String(value), placeholders)
  if (unknown.length === 0) return undefined
  const known = placeholders.map((name) => `{${name}}`).join(', ')
  return `has ${unknown.join(', ')}, which stands for nothing; there are ${known}, e.g. ${example}`
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

/** Adds an issue when shoppers could never be sent to `returnUrl`. For `withRules` of an adapter's options. */
export function requireReturnOrigin(
  context: z.RefinementCtx,
  options: { readonly returnUrl?: unknown; readonly returnOrigins?: readonly string[] },
): void {
  const origin = originOfTemplate(options.returnUrl)
  if (origin === undefined || options.returnOrigins === undefined) return
  if (options.returnOrigins.includes(origin)) return
  const message = `leads to ${origin}, which is not one of returnOrigins`
  context.addIssue({ code: 'custom', path: ['returnUrl'], message })
}

/** Adds an issue when an option names a merchant that is not configured. For `withRules` of an adapter's options. */
export function requireMerchant(
  context: z.RefinementCtx,
  merchants: Merchants | undefined,
  { path, name }: { readonly path: string[]; readonly name: string | undefined },
): void {
  if (merchants === undefined || name === undefined || Object.hasOwn(merchants, name)) return
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

const PLACEHOLDER = /\{(\w+)\}/g

/** Everything in braces, and a brace that stands alone, which is none of these names. */
const unknownPlaceholders = (template: string, names: readonly string[]): string[] =>
  [...template.matchAll(/\{[^{}]*\}|[{}]/g)]
    .map(([text]) => text)
    .filter((text) => !names.includes(text.slice(1, -1)))

/**
 * `refunding`, `refunded` and `needs-review`: the card was charged, and the order could not take the money. `free`: the
 * order cost nothing and is placed.
 */
export type ReturnOutcome = PaymentOutcome['kind'] | 'refunding' | 'refunded' | 'needs-review' | 'free'

/** A payment that no order took is none to the shopper, whatever Craftgate says of it. */
export function returnOutcome(
  { state }: Pick<CheckoutRecord, 'state'>,
  { kind }: Pick<PaymentOutcome, 'kind'>,
): ReturnOutcome {
  return isForfeited(state) ? state : kind
}

/** True for an absolute http(s) URL whose origin is fixed and whose placeholders are all of `names`. */
export function isReturnTemplate(template: string, names: readonly string[]): boolean {
  return unknownPlaceholders(template, names).length === 0 && originOfTemplate(template) !== undefined
}

/** The origin of a template; undefined for anything that is not text of an http(s) URL with a fixed origin. */
export function originOfTemplate(template: unknown): string | undefined {
  if (typeof template !== 'string' || /^https?:\/\/[^/]*[{}]/.test(template)) return undefined
  if (!URL.canParse(template)) return undefined
  const url = new URL(template)
  return /^https?:$/.test(url.protocol) ? url.origin : undefined
}

/** Fills the template; every value is percent-encoded, one that is not there is left empty. */
export function fillReturnTemplate(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const known = new Map(Object.entries(values))
  return template.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(known.get(name) ?? ''))
}
