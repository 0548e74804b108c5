import type { Context, Hono } from 'hono'
import { findCheckout, isOpen, setQuantity } from '../checkouts/change-checkout'
import type { Checkout } from '../checkouts/checkout'
import { createCheckout } from '../checkouts/create-checkout'
import type { NodeEnv } from '../http/cut'
import { readJson } from '../http/read-json'
import { type Started, startPayment } from '../sessions/start-payment'
import type { World } from '../world'
import { lineChange, newCheckout } from './requests'
import { checkoutView } from './views'

const path = '/:shop/api/checkouts'

export function checkoutRoutes(app: Hono<NodeEnv>, world: World): void {
  app.post(path, async (c) => {
    const read = await readJson(c, newCheckout)
    if (!read.ok) return c.json({ error: read.error }, 400)
    const checkout = createCheckout(world, c.req.param('shop'), read.body)
    if (typeof checkout === 'string') return c.json({ error: checkout }, 422)
    return c.json(checkoutView(world, checkout), 201)
  })
  app.get(`${path}/:id`, (c) => withCheckout(c, world, (checkout) => c.json(checkoutView(world, checkout))))
  app.post(`${path}/:id/lines/:lineId`, async (c) => {
    const read = await readJson(c, lineChange)
    if (!read.ok) return c.json({ error: read.error }, 400)
    return withCheckout(c, world, (checkout) => {
      if (!isOpen(world, checkout)) return c.json({ error: 'This checkout has an order' }, 409)
      setQuantity(world, checkout, { lineId: c.req.param('lineId'), ...read.body })
      return c.json(checkoutView(world, checkout))
    })
  })
  app.post(`${path}/:id/pay`, (c) =>
    withCheckout(c, world, async (checkout) => payAnswer(c, await startPayment(world, checkout))),
  )
}

const statuses = { 'has-order': 409, 'not-ready': 422, 'nothing-to-pay': 422, 'no-answer': 502 } as const

function payAnswer(c: Context<NodeEnv>, started: Started): Response {
  if (!started.ok) return c.json({ error: started.error }, statuses[started.error])
  return c.json({ session: started.session.id, redirect_url: started.redirectUrl })
}

async function withCheckout(
  c: Context<NodeEnv>,
  world: World,
  then: (checkout: Checkout) => Response | Promise<Response>,
): Promise<Response> {
  const checkout = findCheckout(world, c.req.param('shop') ?? '', c.req.param('id') ?? '')
  return checkout ? then(checkout) : c.json({ error: 'There is no such checkout' }, 404)
}
