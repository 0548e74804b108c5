import { type NodeEnv, readJson } from '@craftgate-commerce/emulator-kit'
import { Hono } from 'hono'
import type { EmulatorContext } from '../context/emulator-context'
import { isAppReady, knownSeed, seedOf, shopStateOf } from '../context/shops'
import { checkoutRoutes } from './checkout-routes'
import { orderRoutes } from './order-routes'
import { settingsChange } from './requests'

/** /<shop>/api: the buyer's and the merchant's buttons for programs. Errors are `{ error }`. */
export function createApi(ctx: EmulatorContext): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.use('/:shop/api/*', async (c, next) => {
    if (!seedOf(ctx, c.req.param('shop'))) return c.json({ error: 'There is no such shop' }, 404)
    return next()
  })
  app.get('/:shop/api/products', (c) => {
    const seed = knownSeed(ctx, c.req.param('shop'))
    const currency = c.req.query('currency') ?? seed.currency
    const sold = seed.products.filter(({ price }) => price[currency] !== undefined)
    return c.json(sold.map(({ sku, title, price }) => ({ sku, title, currency, price: price[currency] })))
  })
  checkoutRoutes(app, ctx)
  orderRoutes(app, ctx)
  settingsRoutes(app, ctx)
  return app
}

function settingsRoutes(app: Hono<NodeEnv>, ctx: EmulatorContext): void {
  app.get('/:shop/api/settings', (c) => c.json(settingsView(ctx, c.req.param('shop'))))
  app.post('/:shop/api/settings', async (c) => {
    const { shop } = c.req.param()
    const read = await readJson(c, settingsChange)
    if (!read.ok) return c.json({ error: read.error }, 400)
    Object.assign(shopStateOf(ctx, shop).settings, read.body)
    ctx.changed()
    return c.json(settingsView(ctx, shop))
  })
}

function settingsView(ctx: EmulatorContext, shop: string) {
  const { installed, configuration, settings } = shopStateOf(ctx, shop)
  return { installed, ...settings, configuration: configuration ?? null, ready: isAppReady(ctx, shop) }
}
