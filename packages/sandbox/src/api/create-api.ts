import type { OperationId } from '@craftgate-commerce/openapi'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { World } from '../engine/world'
import { ApiError } from '../errors/api-error'
import type { AnswerCheck } from './answer-check'
import type { ApiEnv } from './api-context'
import { door } from './door'
import { cardRoutes } from './routes/card-routes'
import { checkoutRoutes } from './routes/checkout-routes'
import { fraudRoutes } from './routes/fraud-routes'
import { installmentRoutes } from './routes/installment-routes'
import { paymentRoutes } from './routes/payment-routes'
import { refundReportRoutes } from './routes/refund-report-routes'
import { refundRoutes } from './routes/refund-routes'
import { reportRoutes } from './routes/report-routes'
import { playedOperations, ROOTS, refuseUnplayed } from './unplayed'
import { requestValidation } from './validate-request'

const MAX_BODY = 1024 * 1024

/** Craftgate's API, behind the door that checks signatures. */
export function createApi(world: World, answers?: AnswerCheck): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>()
  let played: ReadonlySet<OperationId> = new Set()
  for (const root of ROOTS) {
    if (answers) api.use(`/${root}/*`, answers.middleware())
    api.use(
      `/${root}/*`,
      bodyLimit({
        maxSize: MAX_BODY,
        onError: () => {
          throw TOO_LARGE
        },
      }),
    )
    api.use(`/${root}/*`, door(world.merchants))
    api.use(
      `/${root}/*`,
      requestValidation((id) => played.has(id)),
    )
  }
  checkoutRoutes(api, world)
  paymentRoutes(api, world)
  refundRoutes(api, world)
  reportRoutes(api, world)
  refundReportRoutes(api, world)
  cardRoutes(api, world)
  installmentRoutes(api)
  fraudRoutes(api, world)
  played = playedOperations(api)
  refuseUnplayed(api, played)
  return api
}

const TOO_LARGE = new ApiError(413, '1413', { tr: 'İstek çok büyük', en: 'The request is too large' })
