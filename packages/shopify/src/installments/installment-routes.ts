import {
  answerStorefront,
  limitPerAddress,
  priceOnGrid,
  StorefrontError,
  storefrontProblem,
} from '@craftgate-commerce/core/adapter'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Tenants } from '../app/tenants'
import type { Clock } from '../context/clock'
import { type Tenant, tenantOfPath } from '../context/tenant'
import type { StorefrontOrigins } from './storefront-origins'

export interface InstallmentRoutesDeps {
  readonly tenants: Pick<Tenants, 'commerceOf'>
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly origins: Pick<StorefrontOrigins, 'has'>
  readonly clientIp: (c: Context<Env>) => string | undefined
  readonly clock: Clock
}

type Env = { Bindings: HttpBindings }

/** Answers cost two looks into the database, so an address that floods is stopped before them. */
const REQUESTS_PER_MINUTE = 600

/**
 * `GET /craftgate/:handle/:mode/v1/installments?amount=1249.90&currency=TRY[&bin=]`: what an amount costs in instalments, for the
 * theme of a shop, as `StorefrontInstallments` of core. Public and without login; it tells what the payment page tells anybody.
 */
export function installmentRoutes(deps: InstallmentRoutesDeps) {
  const mayAsk = limitPerAddress(REQUESTS_PER_MINUTE, deps.clock)
  const app = new Hono<Env>().basePath('/craftgate/:handle/:mode')

  app.get('/v1/installments', async (c) => {
    const { raw: request } = c.req
    const clientIp = deps.clientIp(c)
    if (!mayAsk(clientIp)) return storefrontProblem('too-many-questions', request)
    const tenant = tenantOfPath(c.req.param('handle'), c.req.param('mode'))
    const commerce = tenant && (await commerceOf(deps, tenant))
    if (!tenant || !commerce) return storefrontProblem('not-found', request)
    const answer = await answerStorefront(
      {
        commerce,
        // A payments app is told no price before the checkout.
        async price(subject) {
          if (subject.kind !== 'amount') throw new StorefrontError('bad-amount')
          return { merchant: tenant.mode, price: priceOnGrid(subject), exact: false }
        },
      },
      { request, path: '/installments', clientIp },
    )
    const origin = c.req.header('origin')
    answer.headers.append('vary', 'Origin')
    if (origin && (await deps.origins.has(tenant, origin)))
      answer.headers.set('access-control-allow-origin', origin)
    return answer
  })
  return app
}

async function commerceOf({ tenants, isInstalled }: InstallmentRoutesDeps, tenant: Tenant) {
  return (await isInstalled(tenant.shop)) ? tenants.commerceOf(tenant) : undefined
}
