import { readForm } from '@craftgate-commerce/emulator-kit'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { SandboxContext } from '../engine/context'
import { listCards } from '../engine/masterpass/list-cards'
import { purchase, threeDSPageOf, validateCode } from '../engine/masterpass/purchase'

/**
 * Masterpass's own server, as far as its script in a merchant's page needs it: `POST cards` with a telephone number and the
 * token that Masterpass gives its merchants for that (any text here), `POST purchase` with the token of generate-token, `POST validate` with the one-time code (283126), and the address that leads to the bank. Forms in, JSON
 * out. It is no part of Craftgate's API; without it no payment could come to its end here.
 */
export function createMasterpassServer(ctx: SandboxContext): Hono {
  const app = new Hono()
  app.use(cors({ origin: '*', allowMethods: ['POST'] }))
  app.use(bodyLimit({ maxSize: 4 * 1024 }))

  app.post('/cards', async (c) => {
    const form = await readForm(c)
    return c.json(listCards(form.get('msisdn') ?? '', form.get('token') ?? ''))
  })

  app.post('/purchase', async (c) => {
    const form = await readForm(c)
    const { amount, listAccountName, orderNo } = Object.fromEntries(form)
    return c.json(purchase(ctx, form.get('token') ?? '', { amount, listAccountName, orderNo }))
  })

  app.post('/validate', async (c) => {
    const form = await readForm(c)
    return c.json(validateCode(ctx, form.get('token') ?? '', form.get('code') ?? ''))
  })

  // The merchant's page adds the returnUrl of 3ds-init; here it is the bank's page itself, and no other is gone to.
  app.get('/3ds', (c) => {
    const page = threeDSPageOf(ctx, c.req.query('token') ?? '')
    if (page === undefined || c.req.query('returnUrl') !== page) return c.text('Unknown', 404)
    return c.redirect(page, 303)
  })
  return app
}
