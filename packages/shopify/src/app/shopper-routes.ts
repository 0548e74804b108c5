import type { CraftgateCommerce, Logger } from '@craftgate-commerce/core'
import { preferredLanguage } from '@craftgate-commerce/panel/ui'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { currentRequestId } from '../context/current-work'
import { type Tenant, tenantOfPath } from '../context/tenant'
import type { SessionRow } from '../database'
import { localeOf } from '../payments/order-snapshot'
import { chargedPage, goesOn } from '../payments/return/charged-page'
import { ReturnHandler } from '../payments/return/return-handler'
import { isReturnSignature } from '../payments/return/return-link'
import {
  givenBackPage,
  notFoundPage,
  SHOPPER_PAGE_HEADERS as PAGE_HEADERS,
  waitingPage,
} from '../payments/return/shopper-pages'
import type { SessionStore } from '../sessions/session-store'
import type { SessionReporter } from '../shopify-sync/session-reporter'
import type { Tenants } from './tenants'

export interface ShopperRoutesDeps {
  readonly tenants: Tenants
  readonly sessions: SessionStore
  readonly reporter: SessionReporter
  readonly clientIp: (c: Context) => string | undefined
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly logger: Logger
}

type Env = { Bindings: HttpBindings }

/**
 * What shoppers and Craftgate reach, below the path of a tenant: pay link, callback and webhook are core's own; the
 * shopper comes back by `return`.
 */
export function shopperRoutes(deps: ShopperRoutesDeps) {
  const { tenants, sessions, reporter, logger } = deps
  const app = new Hono<Env>().basePath('/craftgate/:handle/:mode')

  /** A session of this tenant, for whoever has its signed link. */
  const sessionOf = async (c: Context<Env>, tenant: Tenant): Promise<SessionRow | undefined> => {
    const reference = c.req.param('reference') ?? ''
    if (!isReturnSignature(tenants.secretsOf(tenant), reference, c.req.query('sig'))) return undefined
    const session = await sessions.find(reference)
    return session?.shop === tenant.shop && session.mode === tenant.mode ? session : undefined
  }

  const tenantOf = (c: Context<Env>): Tenant | undefined =>
    tenantOfPath(c.req.param('handle') ?? '', c.req.param('mode') ?? '')

  const notFound = (c: Context<Env>) => c.html(notFoundPage(preferredLanguage(c)), 404, { ...PAGE_HEADERS })

  app.get('/return/:reference', async (c) => {
    const tenant = tenantOf(c)
    const session = tenant && (await sessionOf(c, tenant))
    if (!tenant || !session) return notFound(c)
    const commerce = await tenants.commerceOf(tenant)
    const { checkouts, sales } = tenants.stores(tenant)
    const clientIp = deps.clientIp(c)
    const handler = new ReturnHandler({ sessions, reporter, checkouts, sales, commerce, clientIp, logger })
    const destination = await handler.destinationOf(session)
    const headers = { ...PAGE_HEADERS }
    const language = localeOf(session)
    switch (destination.kind) {
      case 'redirect':
        return c.body(null, 303, { ...headers, location: destination.url })
      case 'wait':
        return destination.tooMany
          ? c.html(waitingPage(language, destination), 429, { ...headers, 'retry-after': '60' })
          : c.html(waitingPage(language, destination), 200, headers)
      case 'charged': {
        const stays = c.req.query('stay') !== undefined
        const stayUrl = `?${new URLSearchParams({ sig: c.req.query('sig') ?? '', stay: '' })}`
        const shown = chargedPage(language, { ...destination, stayUrl: stays ? undefined : stayUrl })
        return c.html(shown, 200, stays ? headers : { ...headers, refresh: goesOn(destination.url) })
      }
      case 'given-back':
        return c.html(givenBackPage(language, destination), 200, headers)
      case 'gone':
        return c.html(notFoundPage(language), 404, headers)
    }
  })

  app.all('/*', async (c) => {
    const tenant = tenantOf(c)
    const commerce: CraftgateCommerce | undefined = tenant && (await tenants.commerceOf(tenant))
    // Craftgate delivers a webhook again that was not taken.
    const isNotification = /\/(?:callback(?:\/[^/]+)?|webhook)$/.test(c.req.path)
    if (tenant && !commerce && isNotification && (await deps.isInstalled(tenant.shop)))
      return c.text('Not available', 503, { 'retry-after': '60' })
    if (!commerce) return notFound(c)
    return commerce.handle(c.req.raw, { clientIp: deps.clientIp(c), requestId: currentRequestId() })
  })
  return app
}
