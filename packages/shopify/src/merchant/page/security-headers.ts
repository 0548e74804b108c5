import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { AppOptions } from '../../options'
import { pageStyle } from './style'

const STYLE_HASH = createHash('sha256').update(pageStyle).digest('base64')

/**
 * Nothing runs, nothing is loaded, nobody frames it. Browsers check every redirect behind a form too: logging in and
 * activating lead to the shop's admin.
 */
export function pagePolicy({ shopify }: AppOptions): string {
  const shops = ['https://*.myshopify.com', 'https://*.shopify.com']
  if (shopify.emulator !== undefined) shops.push(new URL(shopify.emulator).origin)
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    'img-src data:',
    `form-action 'self' ${shops.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** `same-origin` tells other sites nothing, as `no-referrer` would; but with that one browsers send forms without their origin. */
export function secure(context: Context, options: AppOptions): void {
  context.header('content-security-policy', pagePolicy(options))
  context.header('referrer-policy', 'same-origin')
  context.header('x-content-type-options', 'nosniff')
  neverKept(context)
}

/** Payments are nobody's cache's business. */
export function neverKept(context: Context): void {
  context.header('cache-control', 'no-store')
}
