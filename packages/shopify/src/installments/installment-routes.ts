import { CraftgateError, fromDecimal, type Money, toDecimal } from '@craftgate-commerce/core'
import {
  amountOnGrid,
  InvalidMoneyError,
  installmentViews,
  isBin,
  limitPerAddress,
  shopperProblem,
} from '@craftgate-commerce/core/adapter'
import { preferredLanguage } from '@craftgate-commerce/panel/ui'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Tenants } from '../app/tenants'
import type { Clock } from '../context/clock'
import { type Tenant, tenantOfPath } from '../context/tenant'
import type { StorefrontOrigins } from './storefront-origins'

export interface InstallmentRoutesDeps {
  readonly tenants: Pick<Tenants, 'commerceOf'>
  readonly isInstalled: (shop: string) => Promise<boolean>
  readonly origins: Pick<StorefrontOrigins, 'has'>
  readonly clientIp: (c: Context<Env>) => string | undefined
  readonly clock: Clock
}

type Env = { Bindings: HttpBindings }

const PROBLEMS = {
  'not-found': { status: 404, tr: 'Bu mağazada Craftgate yok', en: 'This shop has no Craftgate' },
  'bad-amount': {
    status: 400,
    tr: 'amount, 1249.90 gibi bir tutar; currency, TRY gibi bir para birimi olmalıdır',
    en: 'amount must be an amount such as 1249.90, and currency a currency such as TRY',
  },
  'bad-bin': {
    status: 400,
    tr: 'bin, kartın ilk 6 ile 8 hanesi olmalıdır',
    en: 'bin must be the first 6 to 8 digits of a card',
  },
  refused: { status: 422, tr: 'Craftgate bu soruyu kabul etmedi', en: 'Craftgate refused this question' },
  'too-many-questions': {
    status: 429,
    tr: 'Kısa sürede çok fazla soru geldi; lütfen biraz sonra yeniden deneyin',
    en: 'Too many questions came at once; please try again in a moment',
  },
  unavailable: {
    status: 503,
    tr: 'Craftgate şu anda yanıt vermiyor; lütfen biraz sonra yeniden deneyin',
    en: 'Craftgate does not answer right now; please try again in a moment',
  },
} as const

type Problem = keyof typeof PROBLEMS

/** Answers cost two looks into the database, so an address that floods is stopped before them. */
const REQUESTS_PER_MINUTE = 600

/** As long as core keeps an answer. */
const CACHE_SECONDS = 300

/**
 * `GET /craftgate/:handle/:mode/installments?amount=1249.90&currency=TRY[&bin=]`: what an amount costs in instalments, for the
 * theme of a shop. Public and without login; it tells what the payment page tells anybody.
 */
export function installmentRoutes(deps: InstallmentRoutesDeps) {
  const mayAsk = limitPerAddress(REQUESTS_PER_MINUTE, deps.clock)
  const app = new Hono<Env>().basePath('/craftgate/:handle/:mode')

  app.get('/installments', async (c) => {
    c.header('vary', 'Origin, Accept-Language')
    c.header('x-content-type-options', 'nosniff')
    const clientIp = deps.clientIp(c)
    if (!mayAsk(clientIp)) return problem(c, 'too-many-questions')
    const tenant = tenantOfPath(c.req.param('handle'), c.req.param('mode'))
    const commerce = tenant && (await commerceOf(deps, tenant))
    if (!tenant || !commerce) return problem(c, 'not-found')
    const origin = c.req.header('origin')
    if (origin && (await deps.origins.has(tenant, origin))) c.header('access-control-allow-origin', origin)
    const price = priceIn(c)
    if (price === undefined) return problem(c, 'bad-amount')
    const bin = c.req.query('bin') || undefined
    if (bin !== undefined && !isBin(bin)) return problem(c, 'bad-bin')
    try {
      const tables = await commerce.installments({ merchant: tenant.mode, price, bin, clientIp })
      c.header('cache-control', `public, max-age=${CACHE_SECONDS}`)
      return c.json({
        price: toDecimal(price),
        currency: price.currency,
        installments: installmentViews(tables),
      })
    } catch (error) {
      if (!CraftgateError.is(error)) throw error
      return problem(c, shopperProblem(error))
    }
  })
  return app
}

async function commerceOf({ tenants, isInstalled }: InstallmentRoutesDeps, tenant: Tenant) {
  return (await isInstalled(tenant.shop)) ? tenants.commerceOf(tenant) : undefined
}

/** The amount that is asked about: on the grid, because anybody may ask for any. */
function priceIn(c: Context<Env>): Money | undefined {
  try {
    return amountOnGrid(fromDecimal(c.req.query('amount') ?? '', c.req.query('currency') || 'TRY'))
  } catch (error) {
    if (InvalidMoneyError.is(error)) return undefined
    throw error
  }
}

function problem(c: Context<Env>, error: Problem): Response {
  const { status, ...sentences } = PROBLEMS[error]
  c.header('cache-control', 'no-store')
  if (status >= 429) c.header('retry-after', '60')
  return c.json({ error, message: sentences[preferredLanguage(c)] }, status)
}
