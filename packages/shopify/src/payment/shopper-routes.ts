import type { CraftgateCommerce, Logger } from '@craftgate-commerce/core'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { SessionRow } from '../database'
import type { SessionStore } from '../sessions/session-store'
import type { Teller } from '../telling/teller'
import { type Tenant, tenantOfPath } from '../tenant'
import type { Tenants } from '../tenants'
import type { ApplyOutcome } from './apply-outcome'
import { isReturnSignature } from './return-link'
import { localeOf } from './snapshot'
import { WAITING_PAGE_HEADERS, waitingPage } from './waiting-page'
import { ShopperWayBack } from './way-back'

export interface ShopperRoutesParts {
  readonly tenants: Tenants
  readonly sessions: SessionStore
  readonly teller: Teller
  readonly outcomes: ApplyOutcome
  readonly clientIp: (context: Context) => string | undefined
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly logger: Logger
}

type Env = { Bindings: HttpBindings }

/**
 * What shoppers and Craftgate reach, below the path of a tenant: pay link, callback and webhook are core's own; the
 * shopper comes back by `return`.
 */
export function shopperRoutes(parts: ShopperRoutesParts) {
  const { tenants, sessions, teller, outcomes, logger } = parts
  const app = new Hono<Env>().basePath('/craftgate/:handle/:mode')

  /** A session of this tenant, for whoever has its signed link. */
  const sessionOf = async (context: Context<Env>, tenant: Tenant): Promise<SessionRow | undefined> => {
    const reference = context.req.param('reference') ?? ''
    if (!isReturnSignature(tenants.secretOf(tenant), reference, context.req.query('sig'))) return undefined
    const session = await sessions.find(reference)
    return session?.shop === tenant.shop && session.mode === tenant.mode ? session : undefined
  }

  const tenantOf = (context: Context<Env>): Tenant | undefined =>
    tenantOfPath(context.req.param('handle') ?? '', context.req.param('mode') ?? '')

  app.get('/return/:reference', async (context) => {
    const tenant = tenantOf(context)
    const session = tenant && (await sessionOf(context, tenant))
    if (!tenant || !session) return context.notFound()
    const commerce = await tenants.commerceOf(tenant)
    const { checkouts } = tenants.stores(tenant)
    const way = await new ShopperWayBack({ sessions, teller, outcomes, checkouts, commerce, logger }).of(
      session,
    )
    const headers = { ...WAITING_PAGE_HEADERS }
    if (way.kind === 'nowhere') return context.notFound()
    if (way.kind === 'go') return context.body(null, 303, { ...headers, location: way.url })
    return context.html(waitingPage(localeOf(session.buyerLocale), way), 200, headers)
  })

  app.all('/*', async (context) => {
    const tenant = tenantOf(context)
    const commerce: CraftgateCommerce | undefined = tenant && (await tenants.commerceOf(tenant))
    // Craftgate delivers a webhook again that finds nobody at home.
    const isKnock = /\/(?:callback|webhook)$/.test(context.req.path)
    if (tenant && !commerce && isKnock && (await parts.isInstalled(tenant.shop)))
      return context.text('Not available', 503, { 'retry-after': '60' })
    if (!commerce) return context.notFound()
    return commerce.handle(context.req.raw, { clientIp: parts.clientIp(context) })
  })
  return app
}
