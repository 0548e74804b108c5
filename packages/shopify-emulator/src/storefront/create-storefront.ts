import { type NodeEnv, sameOriginOnly } from '@craftgate-commerce/emulator-kit'
import { Hono } from 'hono'
import type { EmulatorContext } from '../context/emulator-context'
import { seedOf } from '../context/shops'
import { addToCart } from './cart'
import { cataloguePage } from './catalogue-page'
import { payCheckout, showCheckout, updateCheckout } from './checkout-steps'
import { productPage } from './product-page'
import { thankYouPage } from './thank-you-page'
import { themeAsset } from './theme-extension'

/** What a buyer sees: catalogue, checkout, thank-you. Every step is a plain form. */
export function createStorefront(ctx: EmulatorContext): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.use('/:shop/checkout/*', sameOriginOnly)
  app.use('/:shop/cart', sameOriginOnly)
  app.use('/:shop/*', async (c, next) => {
    if (!seedOf(ctx, c.req.param('shop'))) return c.text('There is no such shop.\n', 404)
    return next()
  })
  app.get('/:shop', (c) => c.redirect(`/${c.req.param('shop')}/`, 302))
  app.get('/:shop/', (c) => cataloguePage(c, ctx))
  app.get('/:shop/products/:sku', (c) => productPage(c, ctx))
  app.get('/:shop/extensions/:file', (c) => themeAsset(c, ctx))
  app.post('/:shop/cart', (c) => addToCart(c, ctx))
  app.get('/:shop/checkout/:id', (c) => showCheckout(c, ctx))
  app.post('/:shop/checkout/:id', (c) => updateCheckout(c, ctx))
  app.post('/:shop/checkout/:id/pay', (c) => payCheckout(c, ctx))
  // A reload of a payment comes as a GET: back to the page itself.
  app.get('/:shop/checkout/:id/pay', (c) =>
    c.redirect(`/${c.req.param('shop')}/checkout/${c.req.param('id')}`, 303),
  )
  app.get('/:shop/checkout/:id/thank-you', (c) => thankYouPage(c, ctx))
  return app
}
