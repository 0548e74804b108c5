import type { Logger } from '@craftgate-commerce/core'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Rooms } from './compose'
import { clientIpBehind } from './http/client-ip'
import { errorName } from './http/error-name'
import { installRoutes, merchantOf, webhookRoutes } from './install'
import { merchantRoutes } from './merchant'
import { shopperRoutes } from './payment/shopper-routes'
import { sessionRoutes } from './sessions/session-routes'
import { trustOf } from './trust'

type Env = { Bindings: HttpBindings }

/** Shopify's session requests: on an address of their own where we check the client certificate ourselves. */
export function createSessionApp(rooms: Rooms) {
  const { house, payments, begunMoney, advance } = rooms
  const { mtls, shopify } = house.options
  const app = sessionRoutes({
    trust: trustOf(mtls),
    isInstalled: rooms.isInstalled,
    payments,
    money: begunMoney,
    advanceSoon(id) {
      const failed = (error: unknown) =>
        house.logger.warn('A first try failed', { session: id, error: errorName(error) })
      setImmediate(() => advance.on(id).catch(failed))
    },
    allowHttp: shopify.emulator !== undefined,
  })
  app.onError(failure(house.logger))
  return app
}

/** What shoppers, merchants, Craftgate and Shopify's webhooks reach. */
export function createPublicApp(rooms: Rooms): Hono<Env> {
  const { house } = rooms
  const app = new Hono<Env>()
  app.onError(failure(house.logger))
  app.get('/health', (context) => context.json({ status: 'ok' }))
  app.get('/ready', async (context) => {
    const ready = await isReady(rooms)
    return context.json({ status: ready ? 'ready' : 'the database does not answer' }, ready ? 200 : 503)
  })
  app.route(
    '/',
    shopperRoutes({ ...rooms, clientIp: clientIpBehind(house.options.trustedProxies), logger: house.logger }),
  )
  app.route('/', installRoutes(rooms))
  app.route('/', webhookRoutes(rooms))
  const { mode } = house.options.mtls
  if (mode === 'proxy' || mode === 'off') app.route('/', createSessionApp(rooms))
  app.route(
    '/',
    merchantRoutes({
      ...rooms,
      merchantOf: (context: Context) => merchantOf(context, rooms),
      askAgain: ({ id }) => rooms.advance.again(id),
    }),
  )
  return app
}

/** Says nothing of what went wrong, neither to the caller nor, beyond its name, to the log. */
const failure =
  (logger: Logger) =>
  (error: Error, context: Context): Response => {
    if (error instanceof HTTPException) return error.getResponse()
    logger.error('A request failed', { route: context.req.routePath, error: errorName(error) })
    return context.text('Something went wrong', 500)
  }

async function isReady({ house }: Rooms): Promise<boolean> {
  try {
    await house.database.query('SELECT 1')
    return true
  } catch {
    return false
  }
}
