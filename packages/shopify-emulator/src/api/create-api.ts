import { Hono } from 'hono'
import type { NodeEnv } from '../http/cut'
import { readJson } from '../http/read-json'
import { shopStateOf } from '../oauth/shop-state-of'
import { isAppReady } from '../sessions/is-app-ready'
import { knownSeed, seedOf, type World } from '../world'
import { checkoutRoutes } from './checkout-routes'
import { orderRoutes } from './order-routes'
import { settingsChange } from './requests'

/** /<shop>/api: the buyer's and the merchant's buttons for programs. Errors are `{ error }`. */
export function createApi(world: World): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.use('/:shop/api/*', async (c, next) => {
    if (!seedOf(world, c.req.param('shop'))) return c.json({ error: 'There is no such shop' }, 404)
    return next()
  })
  app.get('/:shop/api/products', (c) => {
    const seed = knownSeed(world, c.req.param('shop'))
    const currency = c.req.query('currency') ?? seed.currency
    const sold = seed.products.filter(({ price }) => price[currency] !== undefined)
    return c.json(sold.map(({ sku, title, price }) => ({ sku, title, currency, price: price[currency] })))
  })
  checkoutRoutes(app, world)
  orderRoutes(app, world)
  settingsRoutes(app, world)
  return app
}

function settingsRoutes(app: Hono<NodeEnv>, world: World): void {
  app.get('/:shop/api/settings', (c) => c.json(settingsView(world, c.req.param('shop'))))
  app.post('/:shop/api/settings', async (c) => {
    const { shop } = c.req.param()
    const read = await readJson(c, settingsChange)
    if (!read.ok) return c.json({ error: read.error }, 400)
    Object.assign(shopStateOf(world, shop).settings, read.body)
    world.changed()
    return c.json(settingsView(world, shop))
  })
}

function settingsView(world: World, shop: string) {
  const { installed, configuration, settings } = shopStateOf(world, shop)
  return { installed, ...settings, configuration: configuration ?? null, ready: isAppReady(world, shop) }
}
