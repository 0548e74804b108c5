import type { OperationId } from '@craftgate-commerce/openapi'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { SandboxContext } from '../engine/context'
import { doDueWork } from '../engine/due-work'
import { ApiError } from '../errors/api-error'
import type { AnswerCheck } from './answer-check'
import type { ApiEnv } from './api-context'
import { apmRoutes } from './apm/apm-routes'
import { applePayRoutes } from './apm/apple-pay-routes'
import { signatureAuth } from './authenticate'
import { bankAppRoutes } from './bank-apps/bank-app-routes'
import { bankRecordRoutes } from './bank-tracking/bank-record-routes'
import { cardRoutes } from './cards/card-routes'
import { cardVerificationRoutes } from './cards/card-verification-routes'
import { installmentRoutes } from './cards/installment-routes'
import { ivrRoutes } from './cards/ivr-routes'
import { paymentTokenRoutes } from './cards/payment-token-routes'
import { checkoutRoutes } from './checkouts/checkout-routes'
import { multiPaymentRoutes } from './checkouts/multi-payment-routes'
import { depositRoutes } from './deposits/deposit-routes'
import { depositToCardRoutes } from './deposits/deposit-to-card-routes'
import { otherDepositRoutes } from './deposits/other-deposit-routes'
import { fileReportRoutes } from './file-reports/file-report-routes'
import { fraudRoutes } from './fraud/fraud-routes'
import { fraudRuleRoutes } from './fraud/rule-routes'
import { valueListRoutes } from './fraud/value-list-routes'
import { idempotency, replayRemembered } from './idempotency'
import { linkRoutes } from './links/link-routes'
import { limitInquiryRoutes } from './loans/limit-inquiry-routes'
import { loanRoutes } from './loans/loan-routes'
import { loyaltyRoutes } from './loyalty/loyalty-routes'
import { masterpassRoutes } from './masterpass/masterpass-routes'
import { mealCardRoutes } from './meal-cards/meal-card-routes'
import { memberRoutes } from './members/member-routes'
import { merchantAccountRoutes } from './members/merchant-account-routes'
import { merchantApmRoutes } from './merchant/merchant-apm-routes'
import { merchantPosRoutes } from './merchant/merchant-pos-routes'
import { approvalRoutes } from './payment-transactions/approval-routes'
import { transactionUpdateRoutes } from './payment-transactions/update-routes'
import { paymentRoutes } from './payments/payment-routes'
import { processingFault } from './processing-fault'
import { markedRefundRoutes } from './refunds/marked-refund-routes'
import { refundReportRoutes } from './refunds/refund-report-routes'
import { refundRoutes } from './refunds/refund-routes'
import { reportRoutes } from './reports/report-routes'
import { payoutAccountRoutes } from './settlement/payout-account-routes'
import { settlementReportRoutes } from './settlement/settlement-report-routes'
import { settlementRoutes } from './settlement/settlement-routes'
import { playedOperations, ROOTS, refuseUnplayed } from './unplayed'
import { requestValidation } from './validate-request'
import { remittanceRoutes } from './wallets/remittance-routes'
import { walletRefundRoutes } from './wallets/wallet-refund-routes'
import { walletRoutes } from './wallets/wallet-routes'
import { withdrawRoutes } from './wallets/withdraw-routes'

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
      signatureAuth(ctx),
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
  bankAppRoutes(api, ctx)
  loanRoutes(api, ctx)
  limitInquiryRoutes(api, ctx)
  masterpassRoutes(api, ctx)
  refundRoutes(api, ctx)
  markedRefundRoutes(api, ctx)
  reportRoutes(api, ctx)
  refundReportRoutes(api, ctx)
  cardRoutes(api, ctx)
  cardVerificationRoutes(api, ctx)
  paymentTokenRoutes(api, ctx)
  ivrRoutes(api, ctx)
  applePayRoutes(api, ctx)
  mealCardRoutes(api, ctx)
  installmentRoutes(api)
  loyaltyRoutes(api, ctx)
  depositRoutes(api, ctx)
  otherDepositRoutes(api, ctx)
  depositToCardRoutes(api, ctx)
  approvalRoutes(api, ctx)
  transactionUpdateRoutes(api, ctx)
  fraudRoutes(api, ctx)
  fraudRuleRoutes(api)
  linkRoutes(api, ctx)
  valueListRoutes(api, ctx)
  merchantApmRoutes(api, ctx)
  merchantPosRoutes(api, ctx)
  walletRoutes(api, ctx)
  walletRefundRoutes(api, ctx)
  remittanceRoutes(api, ctx)
  withdrawRoutes(api, ctx)
  memberRoutes(api, ctx)
  merchantAccountRoutes(api, ctx)
  settlementRoutes(api, ctx)
  payoutAccountRoutes(api, ctx)
  settlementReportRoutes(api, ctx)
  bankRecordRoutes(api, ctx)
  fileReportRoutes(api, ctx)
  played = playedOperations(api)
  refuseUnplayed(api, played)
  return api
}

const TOO_LARGE = new ApiError(413, '1413', { tr: 'İstek çok büyük', en: 'The request is too large' })
