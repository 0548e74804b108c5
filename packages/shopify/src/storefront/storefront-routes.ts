import { type CraftgateCommerce, CraftgateError } from '@craftgate-commerce/core'
import {
  answerStorefront,
  cachedAnswers,
  isCurrency,
  isTaken,
  limitPerAddress,
  priceOnGrid,
  type ShopperPayment,
  StorefrontError,
  shopperPaymentView,
  storefrontProblem,
} from '@craftgate-commerce/core/adapter'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Tenants } from '../app/tenants'
import type { Clock } from '../context/clock'
import { type Tenant, tenantKey, tenantOfPath } from '../context/tenant'
import { isReturnSignature } from '../payments/return/return-link'
import { findGroupWinner } from '../sessions/checkout-group'
import type { SessionStore } from '../sessions/session-store'
import type { StorefrontOrigins } from './storefront-origins'

export interface StorefrontRoutesDeps {
  readonly tenants: Pick<Tenants, 'commerceOf' | 'secretsOf' | 'stores'>
  readonly sessions: Pick<SessionStore, 'find' | 'transaction'>
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly origins: Pick<StorefrontOrigins, 'has'>
  readonly clientIp: (c: Context<Env>) => string | undefined
  readonly clock: Clock
}

type Env = { Bindings: HttpBindings }

/** Answers cost two looks into the database, so an address that floods is stopped before them. */
const REQUESTS_PER_MINUTE = 600

interface PaidQuestion {
  readonly tenant: Tenant
  readonly commerce: Pick<CraftgateCommerce, 'payment'>
  readonly account: string
  readonly paymentId: number
}

/**
 * What the theme of a shop asks, public and without login, in the JSON that is the same in every shop:
 * - `GET /craftgate/:handle/:mode/v1/installments?amount=1249.90&currency=TRY[&bin=]`: what the payment page tells anybody.
 * - `GET …/v1/methods?currency=TRY`: the ways to pay of the app.
 * - `GET …/v1/payments/:reference?sig=`: how a payment stands, for whoever has the signature of its return link.
 */
export function storefrontRoutes(deps: StorefrontRoutesDeps) {
  const mayAsk = limitPerAddress(REQUESTS_PER_MINUTE, deps.clock)
  const paidOf = paidViews(deps)
  const app = new Hono<Env>().basePath('/craftgate/:handle/:mode')

  app.get('/v1/*', async (c) => {
    const { raw: request } = c.req
    const clientIp = deps.clientIp(c)
    if (!mayAsk(clientIp)) return storefrontProblem('too-many-questions', request)
    const tenant = tenantOfPath(c.req.param('handle') ?? '', c.req.param('mode') ?? '')
    const commerce = tenant && (await commerceOf(deps, tenant))
    if (!tenant || !commerce) return storefrontProblem('not-found', request)
    const answer = await answerStorefront(
      {
        commerce,
        // A payments app is told no price before the checkout.
        async price(subject) {
          if (subject.kind !== 'amount') throw new StorefrontError('bad-amount')
          return { merchant: tenant.mode, price: priceOnGrid(subject), exact: false }
        },
        entries: async (query) => [{ currency: currencyIn(query), phase: 'AUTH' as const }],
        async payment(reference, query) {
          const signature = query.get('sig') ?? undefined
          if (!isReturnSignature(deps.tenants.secretsOf(tenant), reference, signature)) return undefined
          return paymentOf(deps, tenant, {
            reference,
            paid: (payment) => paidOf({ ...payment, tenant, commerce }),
          })
        },
      },
      { request, path: new URL(request.url).pathname.replace(/^.*?\/v1(?=\/)/, ''), clientIp },
    )
    const origin = c.req.header('origin')
    answer.headers.append('vary', 'Origin')
    if (origin && (await deps.origins.has(tenant, origin))) {
      answer.headers.set('access-control-allow-origin', origin)
      // The components ask each shop with its cookies; there are none here.
      answer.headers.set('access-control-allow-credentials', 'true')
    }
    return answer
  })
  return app
}

/** Of the market that the theme sells in. Throws StorefrontError `bad-amount`. */
function currencyIn(query: URLSearchParams) {
  const currency = query.get('currency') || 'TRY'
  if (isCurrency(currency)) return currency
  throw new StorefrontError('bad-amount')
}

async function commerceOf({ tenants, isInstalled }: StorefrontRoutesDeps, tenant: Tenant) {
  return (await isInstalled(tenant.shop)) ? tenants.commerceOf(tenant) : undefined
}

type PaidOf = (payment: Pick<PaidQuestion, 'account' | 'paymentId'>) => Promise<ShopperPayment['paid']>

/** The session is of this tenant: its signature says so. An app is told no order, so nobody is told one here. */
async function paymentOf(
  { tenants, sessions }: StorefrontRoutesDeps,
  tenant: Tenant,
  { reference, paid }: { readonly reference: string; readonly paid: PaidOf },
): Promise<ShopperPayment | undefined> {
  const session = await sessions.find(reference)
  const record = await tenants.stores(tenant).checkouts.find({ reference })
  if (session === undefined || record === undefined) return undefined
  const winner = await sessions.transaction((manager) => findGroupWinner(manager, session))
  const [paymentId] = record.paymentIds
  return {
    record,
    declined: session.decline === null ? undefined : { group: session.decline },
    isPlaced: winner !== undefined,
    paid:
      isTaken(record.state) && paymentId !== undefined
        ? await paid({ account: record.account, paymentId })
        : undefined,
  }
}

/** The sessions keep nothing of a card, so Craftgate is asked: once in five minutes. */
function paidViews({ clock }: StorefrontRoutesDeps): (question: PaidQuestion) => ReturnType<PaidOf> {
  const ask = cachedAnswers({
    ask: async ({ commerce, account, paymentId }: PaidQuestion) =>
      shopperPaymentView(await commerce.payment({ account, paymentId })),
    nameOf: ({ tenant, account, paymentId }) => `${tenantKey(tenant)}/${account}/${paymentId}`,
    clock,
    admit: () => {},
  })
  return async (question) => {
    try {
      return await ask(question)
    } catch (error) {
      if (CraftgateError.is(error)) return undefined
      throw error
    }
  }
}
