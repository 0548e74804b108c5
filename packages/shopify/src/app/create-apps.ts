import type { Logger } from '@craftgate-commerce/core'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import proxyAddr from 'proxy-addr'
import { authRoutes } from '../auth/auth-routes'
import { merchantOf } from '../auth/login'
import { errorFacts } from '../context/logging'
import { observeRequests } from '../http/observe-requests'
import { merchantRoutes } from '../merchant/merchant-app'
import { createVerifier } from '../mtls'
import { sessionRoutes } from '../session-requests/session-routes'
import { StorefrontOrigins } from '../storefront/storefront-origins'
import { storefrontRoutes } from '../storefront/storefront-routes'
import { webhookRoutes } from '../webhooks/webhook-routes'
import type { AppServices } from './create-services'
import { shopperRoutes } from './shopper-routes'

type Env = { Bindings: HttpBindings }

/** Shopify's session requests: on an address of their own where we check the client certificate ourselves. */
export function createSessionApp(services: AppServices) {
  const { context, processor } = services
  const { mtls, shopify } = context.options
  const routes = sessionRoutes({
    isShopify: createVerifier(mtls),
    isInstalled: services.isInstalled,
    payments: services.startPayment,
    transactions: services.startTransaction,
    processSoon(id) {
      const failed = (error: unknown) =>
        context.logger.warn('The first attempt of a session failed', {
          session: id,
          error: errorFacts(error),
        })
      processor.process(id).catch(failed)
    },
    allowHttp: shopify.emulator !== undefined,
    logger: context.logger,
    clock: context.clock,
  })
  const app = new Hono<Env>().use(observeRequests)
  app.onError(failure(context.logger))
  routes.onError(failure(context.logger))
  return app.route('/', routes)
}

/** What shoppers, merchants, Craftgate and Shopify's webhooks reach. */
export function createPublicApp(services: AppServices): Hono<Env> {
  const { context } = services
  const app = new Hono<Env>().use(observeRequests)
  app.onError(failure(context.logger))
  if (context.options.publicUrl.startsWith('https:')) app.use(strictTransport)
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.get('/ready', async (c) => {
    const ready = await isReady(services)
    return c.json({ status: ready ? 'ready' : 'the database does not answer' }, ready ? 200 : 503)
  })
  const { clock, logger } = context
  const clientIp = clientIpBehind(context.options.trustedProxies)
  const origins = new StorefrontOrigins(services.sessions, clock)
  app.route('/', storefrontRoutes({ ...services, origins, clientIp, clock }))
  app.route('/', shopperRoutes({ ...services, clientIp, logger }))
  app.route('/', authRoutes(services))
  app.route('/', webhookRoutes(services))
  const { mode } = context.options.mtls
  if (mode === 'proxy' || mode === 'off') app.route('/', createSessionApp(services))
  app.route(
    '/',
    merchantRoutes({
      ...services,
      merchantOf: (c: Context) => merchantOf(c, services),
      retry: ({ id }) => services.processor.retryNow(id),
      approveLoan: (session) => services.processor.approveLoan(session),
      decideReview: (session, decision) => services.processor.decideReview(session, decision),
    }),
  )
  return app
}

const YEAR_SECONDS = 31_536_000

/** Browsers that were here once come by https only. Not for hosts below ours, which may be another's. */
const strictTransport: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('strict-transport-security', `max-age=${YEAR_SECONDS}`)
}

/** Says nothing of what went wrong, neither to the caller nor, beyond its name, to the log. */
const failure =
  (logger: Logger) =>
  (error: Error, c: Context): Response => {
    if (error instanceof HTTPException) return error.getResponse()
    logger.error('A request failed', { route: routePath(c, -1), error: errorFacts(error) })
    return c.text('Something went wrong', 500)
  }

async function isReady({ context }: AppServices): Promise<boolean> {
  try {
    await context.database.query('SELECT 1')
    return true
  } catch {
    return false
  }
}

/** The shopper's address; X-Forwarded-For is believed as far as known proxies wrote it. */
function clientIpBehind(trustedProxies: readonly string[]) {
  const isTrusted = proxyAddr.compile([...trustedProxies])
  return (c: Context<{ Bindings: HttpBindings }>): string | undefined => proxyAddr(c.env.incoming, isTrusted)
}
