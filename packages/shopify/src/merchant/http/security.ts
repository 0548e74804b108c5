import type { Context } from 'hono'
import type { AppOptions } from '../../options'

/**
 * Nothing runs, nothing is loaded, nobody frames it. Browsers check every redirect behind a form too: logging in and
 * activating lead to the shop's admin. `styleHash`: SHA-256 of the one stylesheet, in base64.
 */
export function pagePolicy({ shopify }: AppOptions, styleHash: string): string {
  const shops = ['https://*.myshopify.com', 'https://*.shopify.com']
  if (shopify.emulator !== undefined) shops.push(new URL(shopify.emulator).origin)
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    `form-action 'self' ${shops.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** `same-origin` tells other sites nothing, as `no-referrer` would; but with that one browsers send forms without their origin. */
export function secure(c: Context, options: AppOptions, styleHash: string): void {
  c.header('content-security-policy', pagePolicy(options, styleHash))
  c.header('referrer-policy', 'same-origin')
  c.header('x-content-type-options', 'nosniff')
  setNoStore(c)
}

/** Payments are nobody's cache's business. */
export function setNoStore(c: Context): void {
  c.header('cache-control', 'no-store')
}

/** The fields of a posted form, as browsers send them; of anything else none. */
export async function readForm({ req }: Context): Promise<URLSearchParams> {
  const isForm = (req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams(isForm ? await req.text() : '')
}
