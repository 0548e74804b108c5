import type { ReturnFacts, ReturnUrlOf } from './plugin-options'

const PLACEHOLDER = /\{(\w+)\}/g
const KNOWN = new Set<string>(['orderCode', 'reference', 'channelToken', 'languageCode', 'outcome'])

/** True for an absolute http(s) URL whose origin is fixed and whose placeholders are known. */
export function isReturnTemplate(template: string): boolean {
  const names = [...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')
  return names.every((name) => KNOWN.has(name)) && originOfTemplate(template) !== undefined
}

/** The origin of a template; undefined for a function, and for text that is no http(s) URL with a fixed origin. */
export function originOfTemplate(returnUrl: unknown): string[] | undefined {
  if (typeof returnUrl !== 'string' || /^https?:\/\/[^/]*[{}]/.test(returnUrl)) return undefined
  if (!URL.canParse(returnUrl)) return undefined
  const url = new URL(returnUrl)
  return /^https?:$/.test(url.protocol) ? [url.origin] : undefined
}

/** Fills the template; every value is percent-encoded. */
export async function returnUrlFor(returnUrl: string | ReturnUrlOf, facts: ReturnFacts): Promise<string> {
  if (typeof returnUrl === 'function') return returnUrl(facts)
  const values = new Map<string, string>(Object.entries(facts))
  return returnUrl.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
}
