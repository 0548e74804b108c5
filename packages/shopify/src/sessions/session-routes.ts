import type { z } from '@craftgate-commerce/core'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { MoneyKind } from '../money/answer-of'
import { isAnsweredVersion } from '../shopify-api'
import { isShopDomain } from '../tenant'
import type { Trust } from '../trust'
import type { BeginMoney } from './begin-money'
import type { BeginPayment, ShopifyCaller } from './begin-payment'
import { MONEY_REQUESTS } from './requests/money-request'
import { paymentRequest } from './requests/payment-request'

const LARGEST_BODY = 64 * 1024

export interface SessionRoutesParts {
  readonly trust: Trust
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly payments: BeginPayment
  readonly money: BeginMoney
  /** Goes on with a session after Shopify was answered. */
  readonly advanceSoon: (id: string) => void
  readonly allowHttp: boolean
}

type ShopifyContext = Context<{ Bindings: HttpBindings; Variables: { caller: ShopifyCaller } }>

const refuse = (context: ShopifyContext, status: 400 | 401 | 403 | 404 | 409 | 413 | 422, error: string) =>
  context.json({ error }, status)

/**
 * The four addresses that the extension's TOML names. Shopify is known by its certificate, the shop by its install; an
 * answer comes after a few statements to the database, because Shopify waits for it with the shopper.
 */
export function sessionRoutes(parts: SessionRoutesParts) {
  const app = new Hono<{ Bindings: HttpBindings; Variables: { caller: ShopifyCaller } }>()
  app.use('/shopify/*', async (context, next) => {
    if (!parts.trust(context.env.incoming))
      return refuse(
        context,
        401,
        "This address answers Shopify only: Shopify's client certificate is missing",
      )
    const shop = context.req.header('shopify-shop-domain')?.toLowerCase() ?? ''
    const apiVersion = context.req.header('shopify-api-version') ?? ''
    if (!isShopDomain(shop))
      return refuse(context, 400, 'Shopify-Shop-Domain is missing or not a myshopify.com domain')
    if (!isAnsweredVersion(apiVersion))
      return refuse(context, 400, 'Shopify-Api-Version is not one that this app answers')
    if (!(await parts.isInstalled(shop))) return refuse(context, 403, 'This shop has not installed the app')
    context.set('caller', { shop, apiVersion })
    return next()
  })
  app.use(
    '/shopify/*',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) => context.json({ error: 'The body is too large' }, 413),
    }),
  )
  const paymentShape = paymentRequest(parts)
  app.post('/shopify/payment', async (context) => {
    const body = await read(context, paymentShape)
    if ('error' in body) return refuse(context, 422, body.error)
    const redirectUrl = await parts.payments.begin(context.var.caller, body.value)
    if (redirectUrl === undefined) return refuse(context, 409, 'id: another session has this id')
    return context.json({ redirect_url: redirectUrl }, 200)
  })
  for (const kind of Object.keys(MONEY_REQUESTS) as MoneyKind[]) {
    app.post(`/shopify/${kind}`, async (context) => {
      const body = await read(context, MONEY_REQUESTS[kind])
      if ('error' in body) return refuse(context, 422, body.error)
      const begun = await parts.money.begin(kind, context.var.caller, body.value)
      if (begun === 'unknown') return refuse(context, 404, 'payment_id: this shop has no such payment')
      if (begun === 'wrong-currency') return refuse(context, 422, "currency: must be the payment's own")
      parts.advanceSoon(body.value.id)
      return context.body(null, 201)
    })
  }
  return app
}

async function read<Value>(
  context: ShopifyContext,
  shape: z.ZodType<Value>,
): Promise<{ readonly value: Value } | { readonly error: string }> {
  const json: unknown = await context.req.json().catch(() => undefined)
  const parsed = shape.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  return { error: `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is not valid'}` }
}
