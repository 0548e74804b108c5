import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
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

/** The largest form holds three keys. */
const MAX_FORM_BYTES = 16 * 1024

/**
 * Stands before each POST. Named by route and not by `use('*')`: shoppers come back from Craftgate by a POST from
 * another site, below the same root.
 */
export const protectPost = (publicUrl: string): [MiddlewareHandler, MiddlewareHandler] => [
  sameOrigin(new URL(publicUrl).origin),
  bodyLimit({ maxSize: MAX_FORM_BYTES }),
]

/**
 * Only our own pages may post, whatever the body is said to be. Browsers name the origin of every POST; who does not is no
 * browser that carries a merchant's login.
 */
const sameOrigin =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.header('origin') !== origin) throw new HTTPException(403, { message: 'Another origin' })
    await next()
  }

/** The fields of a posted form, as browsers send them; of anything else none. */
export async function readForm({ req }: Context): Promise<URLSearchParams> {
  const isForm = (req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams(isForm ? await req.text() : '')
}
