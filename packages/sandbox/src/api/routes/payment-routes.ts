import { presentCard } from '../../engine/cards/present-card'
import type { Charge } from '../../engine/payments/charge'
import { requirePayment } from '../../engine/payments/find-payment'
import { checkSellers } from '../../engine/payments/marketplace'
import { pay } from '../../engine/payments/pay'
import { postAuth } from '../../engine/payments/post-auth'
import { completeThreeDS } from '../../engine/threeds/complete'
import { refusedError, startThreeDS } from '../../engine/threeds/start'
import type { World } from '../../engine/world'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { type Api, type ApiContext, data, langOf } from '../api-context'
import { readPrices } from '../prices'
import { readBody, readId } from '../read'
import { checkLoyalty } from '../requests/loyalty'
import {
  type CreatePayment,
  postAuth as capture,
  completeThreeDS as complete,
  createPayment,
  initThreeDS,
} from '../requests/payment-requests'
import { paymentView } from '../views/payment-view'
import { threeDSHtml } from '../views/three-ds-html'

/** developer.craftgate.io/api/payment/create-payment and create-3d-secure-payment */
export function paymentRoutes(api: Api, world: World): void {
  api.post('/payment/v1/card-payments', (c) => {
    const request = readBody(c, createPayment)
    const card = cardOf(world, c, request)
    const payment = pay(world, chargeOf(c, request, false), card)
    if (payment.error) throw refusedError(payment.error)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.post('/payment/v1/card-payments/3ds-init', (c) => {
    const request = readBody(c, initThreeDS)
    const card = cardOf(world, c, request)
    const callbackVersion = request.additionalParams?.threeDSCallbackVersion === 2 ? 2 : 1
    const back = { callbackUrl: request.callbackUrl, callbackVersion } as const
    const started = startThreeDS(world, chargeOf(c, request, true), card, back)
    if ('refused' in started) throw refusedError(started.refused)
    return data(c, initView(world, started.payment.id, started.session.id))
  })

  api.post('/payment/v1/card-payments/3ds-complete', (c) => {
    const payment = requirePayment(world, c.get('merchant').apiKey, readBody(c, complete).paymentId)
    completeThreeDS(world, payment)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.get('/payment/v1/card-payments/:id{\\d+}', (c) =>
    data(c, paymentView(requirePayment(world, c.get('merchant').apiKey, readId(c)), langOf(c))),
  )

  api.post('/payment/v1/card-payments/:id{\\d+}/post-auth', (c) => {
    const payment = requirePayment(world, c.get('merchant').apiKey, readId(c))
    const { paidPrice } = readBody(c, capture)
    postAuth(
      world,
      payment,
      paidPrice === undefined ? undefined : requireMinor('paidPrice', paidPrice, payment.currency),
    )
    return data(c, paymentView(payment, langOf(c)))
  })
}

function cardOf(world: World, c: ApiContext, { card }: CreatePayment) {
  const presented = presentCard(world, c.get('merchant').apiKey, card)
  checkLoyalty(card.loyalty, presented.facts.bin)
  return presented
}

function chargeOf(c: ApiContext, request: CreatePayment, threeDS: boolean): Charge {
  if (request.walletPrice > 0) throw NO_WALLET
  const prices = readPrices(request)
  checkSellers(c.get('merchant'), request.currency, prices.items)
  return {
    ...prices,
    merchant: c.get('merchant'),
    currency: request.currency,
    installment: request.installment,
    phase: request.paymentPhase,
    source: 'API',
    threeDS,
    conversationId: request.conversationId,
    externalId: request.externalId,
    orderId: request.bankOrderId,
    buyerMemberId: request.buyerMemberId,
    paymentGroup: request.paymentGroup,
    paymentChannel: request.paymentChannel,
    posAlias: request.posAlias,
    clientIp: request.clientIp,
    loyalty: request.card.loyalty,
  }
}

function initView(world: World, paymentId: number, session: string) {
  const redirectUrl = `${world.url()}/3ds/${session}`
  return {
    htmlContent: Buffer.from(threeDSHtml(redirectUrl), 'utf8').toString('base64'),
    redirectUrl,
    paymentId,
    paymentStatus: 'INIT_THREEDS',
    additionalAction: 'SHOW_HTML_CONTENT',
  }
}

const NO_WALLET = new ApiError(501, '9999', {
  tr: 'Emülatör cüzdanı henüz oynamıyor',
  en: 'The emulator does not play wallets yet',
})
