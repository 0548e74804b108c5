import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Desk } from '../desk'
import { createCheckoutPages } from './checkout-routes'
import { clientIpOf } from './client-ip'
import { createThreeDSPages } from './three-ds-routes'

export interface PagesOptions {
  /** The shopper's address for the engine's clientIp. Default: first X-Forwarded-For entry, else the socket's. */
  readonly clientIp?: (c: Context) => string | undefined
}

/** The largest form is a card: a few hundred bytes. */
const maxFormBytes = 16 * 1024

/**
 * The shopper's pages as a Hono app: `/checkout/:token` (hosted payment page and its steps) and `/3ds/:id` (the bank).
 * Query of every page: `lang=tr|en`, `iframe=true`, `animatedCard=true`.
 * Follows developer.craftgate.io/api/payment/common-payment-page.
 */
export function createPages(desk: Desk, options: PagesOptions = {}): Hono {
  const pages = new Hono()
  const limit = bodyLimit({ maxSize: maxFormBytes })
  pages.post('/checkout/*', limit)
  pages.post('/3ds/*', limit)
  pages.route('/checkout', createCheckoutPages(desk, options.clientIp ?? clientIpOf))
  pages.route('/3ds', createThreeDSPages(desk))
  return pages
}
