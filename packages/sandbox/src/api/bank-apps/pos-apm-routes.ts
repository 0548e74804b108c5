import { requireCheckout } from '../../engine/checkouts/find-checkout'
import type { SandboxContext } from '../../engine/context'
import { METHODS } from '../../engine/methods/methods'
import { requirePayment } from '../../engine/payments/find-payment'
import type { Payment } from '../../engine/payments/payment'
import { completeByMerchant, NOTHING_TO_COMPLETE } from '../../engine/provider-pages/complete-by-merchant'
import { installmentPlans } from '../../engine/provider-pages/installment-plans'
import { type ApmStarted, startByApi } from '../../engine/provider-pages/start-by-api'
import { refusedError } from '../../engine/threeds/start'
import { completeThreeDS } from '../../engine/threeds/verify'
import { type Api, data, type Lang, langOf } from '../api-context'
import { requireAuthPhase } from '../apm/method-rules'
import { errorView, paymentView } from '../payments/payment-view'
import { readBody } from '../read'
import { redirectHtml } from '../redirect-html'
import { bankAppCharge, readOwnInstallments } from './bank-app-sale'
import { googlePayView } from './google-pay'
import { type PosApmFlow, posApmFlow } from './pos-apm-flow'
import { completePosApm, initPosApm, POS_APM_PROVIDERS } from './pos-apm-requests'

/** developer.craftgate.io/api/payment/pay-with-ykb-worldpay and payment-with-garantipay-v2 */
export function posApmRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/pos-apm-payments/init', (c) => {
    const request = readBody(c, initPosApm)
    const { paymentProvider: method, currency } = request
    requireAuthPhase(request.paymentPhase)
    if (request.checkoutFormToken !== undefined)
      requireCheckout(ctx, c.get('merchant').apiKey, request.checkoutFormToken)
    if (method === 'GOOGLEPAY') return data(c, googlePayView(ctx, c, request))
    const flow = posApmFlow({ ...request, paymentProvider: method })
    const installments = readOwnInstallments(request.installments, currency)
    const started = startByApi(ctx, {
      charge: bankAppCharge(ctx, c, request, method),
      method,
      entry: {},
      visit: (payment) => ({
        ...flow.visit,
        installments: installmentPlans(ctx, payment, { installments, otherwise: 'all' }),
      }),
    })
    return data(c, initView(ctx, started, flow, langOf(c)))
  })

  api.post('/payment/v1/pos-apm-payments/complete', (c) => {
    const { paymentId } = readBody(c, completePosApm)
    const payment = requirePayment(ctx, c.get('merchant').apiKey, paymentId)
    complete(ctx, payment)
    return data(c, paymentView(payment, langOf(c)))
  })
}

/**
 * Takes what waits for it, and tells what came of a payment that ended: the GarantiPay page calls it a confirmation, and
 * the World Pay page asks for it after every approval. Throws the bank's error of one that failed, a validation error
 * while the shopper has not approved.
 */
function complete(ctx: SandboxContext, payment: Payment): void {
  const { status, method, source, awaits, held } = payment
  if (source !== 'API' || !POS_APM_PROVIDERS.some((name) => name === method)) throw NOTHING_TO_COMPLETE
  if (status === 'FAILURE' && payment.error) throw refusedError(payment.error)
  if (status === 'SUCCESS' || awaits === 'funds' || held) return
  if (status === 'CALLBACK_THREEDS') completeThreeDS(ctx, payment)
  else completeByMerchant(ctx, payment)
}

function initView(ctx: SandboxContext, { payment, session }: ApmStarted, flow: PosApmFlow, lang: Lang) {
  const { id: paymentId, status: paymentStatus, error } = payment
  const view = { paymentId, paymentStatus, paymentError: error && errorView(error, lang) }
  if (session === undefined) return { ...view, additionalAction: 'NONE' }
  const url = `${ctx.url()}/apm/${session.id}`
  switch (flow.answer) {
    case 'html':
      return {
        ...view,
        additionalAction: 'SHOW_HTML_CONTENT',
        htmlContent: redirectHtml(url, METHODS[payment.method].label.tr),
      }
    case 'redirect':
      return { ...view, additionalAction: 'REDIRECT_TO_URL', additionalData: { redirectUrl: url } }
    case 'app-link':
      return { ...view, additionalAction: 'CONTINUE_IN_CLIENT', additionalData: { redirectUrl: url } }
    case 'app-links':
      return {
        ...view,
        additionalAction: 'CONTINUE_IN_CLIENT',
        additionalData: { mobileAppRedirectLinks: [url] },
      }
  }
}
