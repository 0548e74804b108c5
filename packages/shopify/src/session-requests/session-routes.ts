import { AsyncResource } from 'node:async_hooks'
import type { Logger } from '@craftgate-commerce/core'
import type { z } from '@craftgate-commerce/core/adapter'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../context/clock'
import { isShopDomain } from '../context/tenant'
import type { ClientCertificateVerifier } from '../mtls'
import { API_VERSION, answeredVersion, isKnownVersion } from '../shopify-api'
import type { TransactionKind } from '../transactions/transaction-sessions'
import { paymentRequest, TRANSACTION_REQUESTS } from './session-requests'
import type { ShopifyCaller, StartPaymentSession, StartTransactionSession } from './start-session'

const LARGEST_BODY = 64 * 1024

export interface SessionRoutesDeps {
  readonly isShopify: ClientCertificateVerifier
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly payments: Pick<StartPaymentSession, 'start'>
  readonly transactions: Pick<StartTransactionSession, 'start'>
  /** Goes on with a session. */
  readonly processSoon: (id: string) => void
  readonly allowHttp: boolean
  readonly logger: Logger
  readonly clock: Clock
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
  const versions = new UnknownVersions(deps)
  app.use('/shopify/*', async (c, next) => {
    if (!deps.isShopify(c.env.incoming))
      return refuse(c, 401, "This address answers Shopify only: Shopify's client certificate is missing")
    const shop = c.req.header('shopify-shop-domain')?.toLowerCase() ?? ''
    const said = c.req.header('shopify-api-version') ?? ''
    if (!isShopDomain(shop))
      return refuse(c, 400, 'Shopify-Shop-Domain is missing or not a myshopify.com domain')
    if (!(await deps.isInstalled(shop))) return refuse(c, 403, 'This shop has not installed the app')
    if (!isKnownVersion(said)) versions.unknown(said)
    c.set('caller', { shop, apiVersion: answeredVersion(said) })
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
      // Shopify refuses a mutation that overtakes this answer. What is done then is still this request's, in log and trace.
      const answered = AsyncResource.bind(() => deps.processSoon(body.value.id))
      c.env.outgoing.once('finish', answered)
      return c.body(null, 201)
    })
  }
  return app
}

const REPEATED_AFTER_MS = 10 * 60_000

/** Logged loudly, but not for every payment. */
class UnknownVersions {
  private loggedAt = Number.NEGATIVE_INFINITY

  constructor(private readonly deps: Pick<SessionRoutesDeps, 'logger' | 'clock'>) {}

  unknown(version: string): void {
    const now = this.deps.clock().getTime()
    if (now - this.loggedAt < REPEATED_AFTER_MS) return
    this.loggedAt = now
    this.deps.logger.error(
      `Shopify asks in an API version that this app was not tried with; it is answered all the same. Update the app, and deploy its extension with ${API_VERSION}`,
      { version: version.slice(0, 20) },
    )
  }
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
