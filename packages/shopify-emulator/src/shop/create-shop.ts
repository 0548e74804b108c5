import { Hono } from 'hono'
import type { NodeEnv } from '../http/cut'
import { sameOriginOnly } from '../http/same-origin'
import { seedOf, type World } from '../world'
import { addToCart } from './cart'
import { cataloguePage } from './catalogue-page'
import { payCheckout, showCheckout, updateCheckout } from './checkout-steps'
import { thankYouPage } from './thank-you-page'

/** What a buyer sees: catalogue, checkout, thank-you. Every step is a plain form. */
export function createShop(world: World): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.use('/:shop/checkout/*', sameOriginOnly)
  app.use('/:shop/cart', sameOriginOnly)
  app.use('/:shop/*', async (c, next) => {
    if (!seedOf(world, c.req.param('shop'))) return c.text('There is no such shop.\n', 404)
    return next()
  })
  app.get('/:shop', (c) => c.redirect(`/${c.req.param('shop')}/`, 302))
  app.get('/:shop/', (c) => cataloguePage(c, world))
  app.post('/:shop/cart', (c) => addToCart(c, world))
  app.get('/:shop/checkout/:id', (c) => showCheckout(c, world))
  app.post('/:shop/checkout/:id', (c) => updateCheckout(c, world))
  app.post('/:shop/checkout/:id/pay', (c) => payCheckout(c, world))
  // A reload of a payment comes as a GET: back to the page itself.
  app.get('/:shop/checkout/:id/pay', (c) =>
    c.redirect(`/${c.req.param('shop')}/checkout/${c.req.param('id')}`, 303),
  )
  app.get('/:shop/checkout/:id/thank-you', (c) => thankYouPage(c, world))
  return app
}
