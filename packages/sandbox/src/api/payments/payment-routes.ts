import { postAuth } from '../../engine/captures/post-auth'
import { presentCard } from '../../engine/cards/present-card'
import type { SandboxContext } from '../../engine/context'
import { checkLoyalty } from '../../engine/loyalty/card-loyalties'
import type { Charge } from '../../engine/payments/charge'
import { requirePayment } from '../../engine/payments/find-payment'
import { pay } from '../../engine/payments/pay'
import { refusedError, startThreeDS } from '../../engine/threeds/start'
import { completeThreeDS } from '../../engine/threeds/verify'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { type Api, type ApiContext, data, langOf } from '../api-context'
import { readLoyalty } from '../loyalty/loyalty-fields'
import { readBody, readId } from '../read'
import { apiSale } from './api-sale'
import {
  type CreatePayment,
  postAuth as capture,
  completeThreeDS as complete,
  createPayment,
  initThreeDS,
} from './payment-requests'
import { paymentView } from './payment-view'
import { initView } from './three-ds-entry'

/** developer.craftgate.io/api/payment/create-payment and create-3d-secure-payment */
export function paymentRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/card-payments', (c) => {
    const request = readBody(c, createPayment)
    const card = cardOf(ctx, c, request)
    const payment = pay(ctx, chargeOf(c, request, false), card)
    if (payment.error) throw refusedError(payment.error)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.post('/payment/v1/card-payments/3ds-init', (c) => {
    const request = readBody(c, initThreeDS)
    const card = cardOf(ctx, c, request)
    const callbackVersion = request.additionalParams?.threeDSCallbackVersion === 2 ? 2 : 1
    const back = { callbackUrl: request.callbackUrl, callbackVersion } as const
    const started = startThreeDS(ctx, chargeOf(c, request, true), card, back)
    if ('refused' in started) throw refusedError(started.refused)
    return data(c, initView(ctx, started.payment.id, started.session.id))
  })

  api.post('/payment/v1/card-payments/3ds-complete', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readBody(c, complete).paymentId)
    completeThreeDS(ctx, payment)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.get('/payment/v1/card-payments/:id{\\d+}', (c) =>
    data(c, paymentView(requirePayment(ctx, c.get('merchant').apiKey, readId(c)), langOf(c))),
  )

  api.post('/payment/v1/card-payments/:id{\\d+}/post-auth', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readId(c))
    const { paidPrice } = readBody(c, capture)
    postAuth(
      ctx,
      payment,
      paidPrice === undefined ? undefined : requireMinor('paidPrice', paidPrice, payment.currency),
    )
    return data(c, paymentView(payment, langOf(c)))
  })
}

function cardOf(ctx: SandboxContext, c: ApiContext, { card, currency }: CreatePayment) {
  const presented = presentCard(ctx, c.get('merchant').apiKey, card)
  const { facts, bin } = presented
  checkLoyalty(readLoyalty(card.loyalty, currency), { ...facts, brand: bin?.brand })
  return presented
}

function chargeOf(c: ApiContext, request: CreatePayment, threeDS: boolean): Charge {
  if (request.walletPrice > 0) throw NO_WALLET
  return {
    ...apiSale(c.get('merchant'), request),
    installment: request.installment,
    phase: request.paymentPhase,
    threeDS,
    orderId: request.bankOrderId,
    posAlias: request.posAlias,
    retry: request.retry,
    routing: request.routingOptions,
    loyalty: readLoyalty(request.card.loyalty, request.currency),
  }
}

const NO_WALLET = new ApiError(501, '9999', {
  tr: 'Emülatör cüzdanı henüz oynamıyor',
  en: 'The emulator does not play wallets yet',
})
