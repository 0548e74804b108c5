import type { OperationId } from '@craftgate-commerce/openapi'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { SandboxContext } from '../engine/context'
import { doDueWork } from '../engine/due-work'
import { ApiError } from '../errors/api-error'
import type { AnswerCheck } from './answer-check'
import type { ApiEnv } from './api-context'
import { apmRoutes } from './apm/apm-routes'
import { signatureAuth } from './authenticate'
import { cardRoutes } from './cards/card-routes'
import { cardVerificationRoutes } from './cards/card-verification-routes'
import { installmentRoutes } from './cards/installment-routes'
import { paymentTokenRoutes } from './cards/payment-token-routes'
import { checkoutRoutes } from './checkouts/checkout-routes'
import { multiPaymentRoutes } from './checkouts/multi-payment-routes'
import { depositRoutes } from './deposits/deposit-routes'
import { depositToCardRoutes } from './deposits/deposit-to-card-routes'
import { otherDepositRoutes } from './deposits/other-deposit-routes'
import { fraudRoutes } from './fraud/fraud-routes'
import { idempotency, replayRemembered } from './idempotency'
import { limitInquiryRoutes } from './loans/limit-inquiry-routes'
import { loanRoutes } from './loans/loan-routes'
import { loyaltyRoutes } from './loyalty/loyalty-routes'
import { approvalRoutes } from './payment-transactions/approval-routes'
import { transactionUpdateRoutes } from './payment-transactions/update-routes'
import { paymentRoutes } from './payments/payment-routes'
import { processingFault } from './processing-fault'
import { markedRefundRoutes } from './refunds/marked-refund-routes'
import { refundReportRoutes } from './refunds/refund-report-routes'
import { refundRoutes } from './refunds/refund-routes'
import { reportRoutes } from './reports/report-routes'
import { playedOperations, ROOTS, refuseUnplayed } from './unplayed'
import { requestValidation } from './validate-request'
import { walletRefundRoutes } from './wallets/wallet-refund-routes'
import { walletRoutes } from './wallets/wallet-routes'

const MAX_BODY = 1024 * 1024

/** Craftgate's API, behind the check of signatures. */
export function createApi(ctx: SandboxContext, answers?: AnswerCheck): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>()
  let played: ReadonlySet<OperationId> = new Set()
  api.use(async (_c, next) => {
    doDueWork(ctx)
    await next()
  })
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
    api.use(
      `/${root}/*`,
      signatureAuth(ctx.merchants),
      idempotency(ctx),
      processingFault(),
      replayRemembered(),
      requestValidation((id) => played.has(id)),
    )
  }
  checkoutRoutes(api, ctx)
  multiPaymentRoutes(api, ctx)
  paymentRoutes(api, ctx)
  apmRoutes(api, ctx)
  loanRoutes(api, ctx)
  limitInquiryRoutes(api, ctx)
  refundRoutes(api, ctx)
  markedRefundRoutes(api, ctx)
  reportRoutes(api, ctx)
  refundReportRoutes(api, ctx)
  cardRoutes(api, ctx)
  cardVerificationRoutes(api, ctx)
  paymentTokenRoutes(api, ctx)
  installmentRoutes(api)
  loyaltyRoutes(api, ctx)
  depositRoutes(api, ctx)
  otherDepositRoutes(api, ctx)
  depositToCardRoutes(api, ctx)
  approvalRoutes(api, ctx)
  transactionUpdateRoutes(api, ctx)
  fraudRoutes(api, ctx)
  walletRoutes(api, ctx)
  walletRefundRoutes(api, ctx)
  played = playedOperations(api)
  refuseUnplayed(api, played)
  return api
}

const TOO_LARGE = new ApiError(413, '1413', { tr: 'İstek çok büyük', en: 'The request is too large' })
