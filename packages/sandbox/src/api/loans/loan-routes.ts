import type { SandboxContext } from '../../engine/context'
import { approveLoan, verifyLoan } from '../../engine/loans/decide-loan'
import { lenderOf } from '../../engine/loans/lenders'
import { makeOffer } from '../../engine/loans/loan-offers'
import type { Charge } from '../../engine/payments/charge'
import { requirePayment } from '../../engine/payments/find-payment'
import { startByApi } from '../../engine/provider-pages/start-by-api'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { type Api, type ApiContext, data, langOf } from '../api-context'
import { requireCurrency } from '../apm/method-rules'
import { checkMerchantApm } from '../merchant/merchant-apms'
import { apiSale } from '../payments/api-sale'
import { errorView, paymentView } from '../payments/payment-view'
import { readBody, readId } from '../read'
import { fingateOf, PERSON, requireBuyer } from './buyer-params'
import { type Application, readApplication } from './lender-rules'
import { checkCart, type InitLoan, initLoan, type OfferRequest, offerRequest } from './loan-requests'
import { actionView, offerView, verifyView } from './loan-views'

/** developer.craftgate.io/api/bnpl-payments */
export function loanRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/bnpl-payments/offers', (c) => {
    const request = readBody(c, offerRequest)
    checkMerchantApm(ctx, c.get('merchant'), request)
    const preApproved = readQuestion(request)
    const { apmType: lender, price, currency, apmOrderId: offerId } = request
    const asked = { lender, currency, price: requireMinor('price', price, currency), offerId, preApproved }
    return data(c, offerView(makeOffer(ctx, { ...asked, merchant: c.get('merchant').apiKey })))
  })

  api.post('/payment/v1/bnpl-payments/init', (c) => {
    const request = readBody(c, initLoan)
    checkMerchantApm(ctx, c.get('merchant'), request)
    requireCurrency(request.apmType, request.currency)
    checkCart(request.cartItems, request)
    const application = readApplication(ctx, c.get('merchant').apiKey, request)
    const { payment, session } = startByApi(ctx, {
      charge: chargeOf(ctx, c, request, application),
      method: request.apmType,
      entry: {},
      visit: () => ({ callbackUrl: request.callbackUrl }),
    })
    return data(c, {
      paymentId: payment.id,
      paymentStatus: payment.status,
      ...actionView(session ? 'REDIRECT_TO_URL' : 'NONE'),
      redirectUrl: session && `${ctx.url()}/apm/${session.id}`,
      paymentError: payment.error && errorView(payment.error, langOf(c)),
    })
  })

  api.post('/payment/v1/bnpl-payments/:paymentId{\\d+}/approve', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readId(c, 'paymentId'))
    approveLoan(ctx, payment)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.post('/payment/v1/bnpl-payments/:paymentId{\\d+}/verify', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readId(c, 'paymentId'))
    verifyLoan(ctx, payment)
    return data(c, verifyView(payment, langOf(c)))
  })
}

/** Whether pre-approved loans are asked for. Throws a validation error when the lender has no plans to show. */
function readQuestion(request: OfferRequest): boolean {
  const { apmType, currency, items, additionalParams: params } = request
  if (!lenderOf(apmType).offers) throw noOffers(apmType)
  requireCurrency(apmType, currency)
  checkCart(items, request)
  const preApproved = apmType === 'MASLAK' && fingateOf(params).isPreApproved === true
  if (preApproved) requireBuyer(params, PERSON)
  return preApproved
}

const chargeOf = (
  ctx: SandboxContext,
  c: ApiContext,
  request: InitLoan,
  { bankCode, term }: Application,
): Charge => ({
  ...apiSale(ctx, c.get('merchant'), request),
  installment: 1,
  phase: 'AUTH',
  threeDS: false,
  orderId: request.apmOrderId,
  loan: { ownCall: true, bankCode, term, action: 'NONE' },
})

const noOffers = (lender: string) =>
  ApiError.invalid('4120', {
    tr: `${lender} için ödeme planı sorgulama servisi bulunmamaktadır`,
    en: `${lender} has no service that shows its plans`,
  })
