import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HostedPageService } from '../hosted-page-service'
import type { MultiPaymentService } from '../multi-payment-service'
import { createCheckoutPages } from './checkout-routes'
import { createLinkPages } from './link-routes'
import { createMealCardPages } from './meal-card-routes'
import { createMultiPages } from './multi-routes'
import { PageMemory } from './page-memory'
import { createProviderPages } from './provider-routes'
import { createThreeDSPages } from './three-ds-routes'

export interface PagesOptions {
  /** The shopper's address for the engine's clientIp. Default: first X-Forwarded-For entry, else the socket's. */
  readonly clientIp?: (c: Context) => string | undefined
  /** Without it there are no pages for a sum in parts. */
  readonly multiPayments?: MultiPaymentService
}

/** The largest form is a card: a few hundred bytes. */
const maxFormBytes = 16 * 1024

/**
 * The shopper's pages as a Hono app: `/checkout/:token` (hosted payment page and its steps), `/3ds/:id` (the bank),
 * `/apm/:id` (a wallet, a bank app, a lender), `/multi/:token` (a sum in parts), `/meal-card/:id` (a meal card to be kept)
 * and `/link/:token` (a merchant's product).
 * Query of every page: `lang=tr|en|es`, `iframe=true`, `animatedCard=true`.
 * Follows developer.craftgate.io/api/payment/common-payment-page.
 */
export function createPages(service: HostedPageService, options: PagesOptions = {}): Hono {
  const pages = new Hono()
  const limit = bodyLimit({ maxSize: maxFormBytes })
  pages.post('/checkout/*', limit)
  pages.post('/3ds/*', limit)
  pages.post('/apm/*', limit)
  pages.post('/multi/*', limit)
  pages.post('/meal-card/*', limit)
  pages.post('/link/*', limit)
  const memory = new PageMemory()
  pages.route('/checkout', createCheckoutPages({ service, memory, clientIp: options.clientIp ?? clientIpOf }))
  pages.route('/3ds', createThreeDSPages(service, memory))
  pages.route('/apm', createProviderPages(service, memory))
  if (options.multiPayments) pages.route('/multi', createMultiPages(options.multiPayments))
  pages.route('/link', createLinkPages(service))
  pages.route('/meal-card', createMealCardPages(service, memory))
  return pages
}

/** The first address of X-Forwarded-For (demos stand behind nothing, tests set it), else the socket's. */
function clientIpOf(c: Context): string | undefined {
  const forwarded = c.req.header('x-forwarded-for')?.split(',')[0]?.trim()
  if (forwarded !== undefined && forwarded !== '') return forwarded
  return socketAddress(c)?.replace(/^::ffff:/, '')
}

/** No socket when the app is called without a server, as tests do. */
function socketAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}
