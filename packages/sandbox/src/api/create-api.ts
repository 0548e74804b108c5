import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ENDPOINTS } from '../data/endpoints'
import type { SandboxContext } from '../engine/context'
import { expireWaiting } from '../engine/threeds/release-held'
import { ApiError } from '../errors/api-error'
import type { ApiEnv } from './api-context'
import { signatureAuth } from './authenticate'
import { cardRoutes } from './cards/card-routes'
import { installmentRoutes } from './cards/installment-routes'
import { checkoutRoutes } from './checkouts/checkout-routes'
import { fraudRoutes } from './fraud/fraud-routes'
import { idempotency, replayRemembered } from './idempotency'
import { paymentRoutes } from './payments/payment-routes'
import { processingFault } from './processing-fault'
import { refundReportRoutes } from './refunds/refund-report-routes'
import { refundRoutes } from './refunds/refund-routes'
import { reportRoutes } from './reports/report-routes'

const MAX_BODY = 1024 * 1024

/** Craftgate's API, behind the check of signatures. */
export function createApi(ctx: SandboxContext): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>()
  api.use(async (_c, next) => {
    expireWaiting(ctx)
    await next()
  })
  for (const root of ROOTS) {
    api.use(
      `/${root}/*`,
      bodyLimit({
        maxSize: MAX_BODY,
        onError: () => {
          throw TOO_LARGE
        },
      }),
    )
    api.use(
      `/${root}/*`,
      signatureAuth(ctx.merchants),
      idempotency(ctx),
      processingFault(),
      replayRemembered(),
    )
  }
  checkoutRoutes(api, ctx)
  paymentRoutes(api, ctx)
  refundRoutes(api, ctx)
  reportRoutes(api, ctx)
  refundReportRoutes(api, ctx)
  cardRoutes(api, ctx)
  installmentRoutes(api)
  fraudRoutes(api, ctx)
  refuseTheRest(api)
  return api
}

const endpoints = ENDPOINTS.trim()
  .split('\n')
  .map((line) => line.split(' '))

/** First path segments of the API: `payment`, `payment-reporting`, … */
export const ROOTS: readonly string[] = [
  ...new Set(endpoints.map(([, path = '']) => path.split('/')[1] ?? '')),
]

/** Endpoints that Craftgate has and the emulator does not play yet say so; anything else is unknown to both. */
function refuseTheRest(api: Hono<ApiEnv>): void {
  for (const [method = '', path = ''] of endpoints) {
    api.on(method, path, () => {
      throw notPlayed(`${method} ${path}`)
    })
  }
  for (const root of ROOTS) {
    api.all(`/${root}/*`, () => {
      throw UNKNOWN_ENDPOINT
    })
  }
}

const notPlayed = (endpoint: string) =>
  new ApiError(501, '9999', {
    tr: `Emülatör bu uç noktayı henüz oynamıyor: ${endpoint}`,
    en: `The emulator does not play this endpoint yet: ${endpoint}`,
  })

const UNKNOWN_ENDPOINT = new ApiError(404, '1404', {
  tr: 'Uç nokta bulunamadı',
  en: 'There is no such endpoint',
})
const TOO_LARGE = new ApiError(413, '1413', { tr: 'İstek çok büyük', en: 'The request is too large' })
