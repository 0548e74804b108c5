import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ENDPOINTS } from '../data/endpoints'
import { expireWaiting } from '../engine/threeds/release-held'
import type { World } from '../engine/world'
import { ApiError } from '../errors/api-error'
import type { ApiEnv } from './api-context'
import { door } from './door'
import { idempotency, replayRemembered } from './idempotency'
import { processingFault } from './processing-fault'
import { cardRoutes } from './routes/card-routes'
import { checkoutRoutes } from './routes/checkout-routes'
import { fraudRoutes } from './routes/fraud-routes'
import { installmentRoutes } from './routes/installment-routes'
import { paymentRoutes } from './routes/payment-routes'
import { refundReportRoutes } from './routes/refund-report-routes'
import { refundRoutes } from './routes/refund-routes'
import { reportRoutes } from './routes/report-routes'

const MAX_BODY = 1024 * 1024

/** Craftgate's API, behind the door that checks signatures. */
export function createApi(world: World): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>()
  api.use(async (_c, next) => {
    expireWaiting(world)
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
    api.use(`/${root}/*`, door(world.merchants), idempotency(world), processingFault(), replayRemembered())
  }
  checkoutRoutes(api, world)
  paymentRoutes(api, world)
  refundRoutes(api, world)
  reportRoutes(api, world)
  refundReportRoutes(api, world)
  cardRoutes(api, world)
  installmentRoutes(api)
  fraudRoutes(api, world)
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
