import type { z } from '@craftgate-commerce/core/adapter'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isShopDomain } from '../context/tenant'
import type { ClientCertificateVerifier } from '../mtls'
import { isAnsweredVersion } from '../shopify-api'
import type { TransactionKind } from '../transactions/transaction-sessions'
import { paymentRequest, TRANSACTION_REQUESTS } from './session-requests'
import type { ShopifyCaller, StartPaymentSession, StartTransactionSession } from './start-session'

const LARGEST_BODY = 64 * 1024

export interface SessionRoutesDeps {
  readonly isShopify: ClientCertificateVerifier
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly payments: StartPaymentSession
  readonly transactions: StartTransactionSession
  /** Goes on with a session after Shopify was answered. */
  readonly processSoon: (id: string) => void
  readonly allowHttp: boolean
}

type ShopifyContext = Context<{ Bindings: HttpBindings; Variables: { caller: ShopifyCaller } }>

const refuse = (c: ShopifyContext, status: 400 | 401 | 403 | 404 | 409 | 413 | 422, error: string) =>
  c.json({ error }, status)

/**
 * The four addresses that the extension's TOML names. Shopify is known by its certificate, the shop by its install; an
 * answer comes after a few statements to the database, because Shopify waits for it with the shopper.
 */
export function sessionRoutes(deps: SessionRoutesDeps) {
  const app = new Hono<{ Bindings: HttpBindings; Variables: { caller: ShopifyCaller } }>()
  app.use('/shopify/*', async (c, next) => {
    if (!deps.isShopify(c.env.incoming))
      return refuse(c, 401, "This address answers Shopify only: Shopify's client certificate is missing")
    const shop = c.req.header('shopify-shop-domain')?.toLowerCase() ?? ''
    const apiVersion = c.req.header('shopify-api-version') ?? ''
    if (!isShopDomain(shop))
      return refuse(c, 400, 'Shopify-Shop-Domain is missing or not a myshopify.com domain')
    if (!isAnsweredVersion(apiVersion))
      return refuse(c, 400, 'Shopify-Api-Version is not one that this app answers')
    if (!(await deps.isInstalled(shop))) return refuse(c, 403, 'This shop has not installed the app')
    c.set('caller', { shop, apiVersion })
    return next()
  })
  app.use(
    '/shopify/*',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) => c.json({ error: 'The body is too large' }, 413),
    }),
  )
  const paymentShape = paymentRequest(deps)
  app.post('/shopify/payment', async (c) => {
    const body = await read(c, paymentShape)
    if ('error' in body) return refuse(c, 422, body.error)
    const redirectUrl = await deps.payments.start(c.var.caller, body.value)
    if (redirectUrl === undefined) return refuse(c, 409, 'id: another session has this id')
    return c.json({ redirect_url: redirectUrl }, 200)
  })
  for (const kind of Object.keys(TRANSACTION_REQUESTS) as TransactionKind[]) {
    app.post(`/shopify/${kind}`, async (c) => {
      const body = await read(c, TRANSACTION_REQUESTS[kind])
      if ('error' in body) return refuse(c, 422, body.error)
      const result = await deps.transactions.start(kind, c.var.caller, body.value)
      if (result === 'unknown') return refuse(c, 404, 'payment_id: this shop has no such payment')
      if (result === 'wrong-currency') return refuse(c, 422, "currency: must be the payment's own")
      deps.processSoon(body.value.id)
      return c.body(null, 201)
    })
  }
  return app
}

async function read<Value>(
  c: ShopifyContext,
  shape: z.ZodType<Value>,
): Promise<{ readonly value: Value } | { readonly error: string }> {
  const json: unknown = await c.req.json().catch(() => undefined)
  const parsed = shape.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  return { error: `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is not valid'}` }
}
