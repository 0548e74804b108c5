import { isForfeited } from './checkout/record'
import type { PaymentOutcome } from './payment/outcome'
import type { CheckoutRecord } from './platform'

const PLACEHOLDER = /\{(\w+)\}/g

/**
 * `refunding`, `refunded` and `needs-review`: the card was charged, and the order could not take the money. `free`: the
 * order cost nothing and is placed.
 */
export type ReturnOutcome = PaymentOutcome['kind'] | 'refunding' | 'refunded' | 'needs-review' | 'free'

/** A payment that no order took is none to the shopper, whatever Craftgate says of it. */
export function returnOutcome(
  { state }: Pick<CheckoutRecord, 'state'>,
  { kind }: PaymentOutcome,
): ReturnOutcome {
  return isForfeited(state) ? state : kind
}

/** True for an absolute http(s) URL whose origin is fixed and whose placeholders are all of `names`. */
export function isReturnTemplate(template: string, names: readonly string[]): boolean {
  const used = [...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')
  return used.every((name) => names.includes(name)) && originOfTemplate(template) !== undefined
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
