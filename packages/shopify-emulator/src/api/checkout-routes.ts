import { type NodeEnv, readJson } from '@craftgate-commerce/emulator-kit'
import type { Context, Hono } from 'hono'
import { findCheckout, setQuantity } from '../checkouts/change-checkout'
import { createCheckout } from '../checkouts/create-checkout'
import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { isOpen } from '../orders/order'
import { type StartResult, startPayment } from '../payment-sessions/start-payment'
import { lineChange, newCheckout } from './requests'
import { checkoutView } from './views'

const path = '/:shop/api/checkouts'

export function checkoutRoutes(app: Hono<NodeEnv>, ctx: EmulatorContext): void {
  app.post(path, async (c) => {
    const read = await readJson(c, newCheckout)
    if (!read.ok) return c.json({ error: read.error }, 400)
    const checkout = createCheckout(ctx, c.req.param('shop'), read.body)
    if (typeof checkout === 'string') return c.json({ error: checkout }, 422)
    return c.json(checkoutView(ctx, checkout), 201)
  })
  app.get(`${path}/:id`, (c) => withCheckout(c, ctx, (checkout) => c.json(checkoutView(ctx, checkout))))
  app.post(`${path}/:id/lines/:lineId`, async (c) => {
    const read = await readJson(c, lineChange)
    if (!read.ok) return c.json({ error: read.error }, 400)
    return withCheckout(c, ctx, (checkout) => {
      if (!isOpen(ctx, checkout)) return c.json({ error: 'This checkout has an order' }, 409)
      setQuantity(ctx, checkout, { lineId: c.req.param('lineId'), ...read.body })
      return c.json(checkoutView(ctx, checkout))
    })
  })
  app.post(`${path}/:id/pay`, (c) =>
    withCheckout(c, ctx, async (checkout) => payAnswer(c, await startPayment(ctx, checkout))),
  )
}

const statuses = { 'has-order': 409, 'not-ready': 422, 'nothing-to-pay': 422, 'no-answer': 502 } as const

function payAnswer(c: Context<NodeEnv>, started: StartResult): Response {
  if (!started.ok) return c.json({ error: started.error }, statuses[started.error])
  return c.json({ session: started.session.id, redirect_url: started.redirectUrl })
}

async function withCheckout(
  c: Context<NodeEnv>,
  ctx: EmulatorContext,
  then: (checkout: Checkout) => Response | Promise<Response>,
): Promise<Response> {
  const checkout = findCheckout(ctx, c.req.param('shop') ?? '', c.req.param('id') ?? '')
  return checkout ? then(checkout) : c.json({ error: 'There is no such checkout' }, 404)
}
