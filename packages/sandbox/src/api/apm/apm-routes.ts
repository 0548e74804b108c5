import type { SandboxContext } from '../../engine/context'
import { METHODS } from '../../engine/methods/methods'
import type { Charge } from '../../engine/payments/charge'
import { requirePayment } from '../../engine/payments/find-payment'
import type { Payment } from '../../engine/payments/payment'
import { completeByCode, startByApi } from '../../engine/provider-pages/start-by-api'
import { TRANSFER_BANKS } from '../../engine/provider-pages/transfer-banks'
import { ApiError } from '../../errors/api-error'
import { type Api, type ApiContext, data, type Lang, langOf } from '../api-context'
import { checkMerchantApm } from '../merchant/merchant-apms'
import { apiSale } from '../payments/api-sale'
import { errorView, paymentView } from '../payments/payment-view'
import { readBody } from '../read'
import {
  type CreateApm,
  codeOf,
  completeApm,
  createApm,
  type InitApm,
  initApm,
  readEntry,
} from './apm-requests'
import { initView } from './init-view'

/** developer.craftgate.io/api/payment/pay-with-apm, fund_transfer_and_cod and api/instant-transfer-banks */
export function apmRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/apm-payments', (c) => {
    const request = readBody(c, createApm)
    const { apmType: method } = request
    const { payment } = startByApi(ctx, {
      charge: chargeOf(ctx, c, request),
      method,
      entry: {},
      visit: () => ({}),
    })
    if (payment.error) throw ApiError.payment({ group: '', ...payment.error })
    return data(c, { ...paymentView(payment, langOf(c)), apmType: request.apmType })
  })

  api.post('/payment/v1/apm-payments/init', (c) => {
    const request = readBody(c, initApm)
    checkMerchantApm(ctx, c.get('merchant'), request)
    const entry = readEntry(request)
    const { apmType: method, callbackUrl } = request
    const visit = () => ({ callbackUrl, bankCode: entry.bankCode })
    const started = startByApi(ctx, { charge: chargeOf(ctx, c, request), method, entry, visit })
    return data(c, initView(ctx, started, langOf(c)))
  })

  api.post('/payment/v1/apm-payments/complete', (c) => {
    const request = readBody(c, completeApm)
    const payment = requirePayment(ctx, c.get('merchant').apiKey, request.paymentId)
    if (payment.awaits !== 'shopper' || METHODS[payment.method].page !== 'code') throw NOTHING_TO_COMPLETE
    completeByCode(ctx, payment, codeOf(request.additionalParams))
    return data(c, completeView(payment, langOf(c)))
  })

  api.get('/payment/v1/instant-transfer-banks', (c) => data(c, { items: TRANSFER_BANKS }))
}

const chargeOf = (ctx: SandboxContext, c: ApiContext, request: InitApm | CreateApm): Charge => ({
  ...apiSale(ctx, c.get('merchant'), request),
  installment: 1,
  phase: 'AUTH',
  threeDS: false,
  orderId: request.apmOrderId,
})

const completeView = ({ id, status, error }: Payment, lang: Lang) => ({
  paymentId: id,
  paymentStatus: status,
  paymentError: error && errorView(error, lang),
})

const NOTHING_TO_COMPLETE = ApiError.invalid('4092', {
  tr: 'Ödeme, doğrulama kodu bekleyen durumda değil',
  en: 'The payment does not wait for a code',
})
