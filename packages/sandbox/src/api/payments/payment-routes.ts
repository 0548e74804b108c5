import { postAuth } from '../../engine/captures/post-auth'
import { presentCard } from '../../engine/cards/present-card'
import type { SandboxContext } from '../../engine/context'
import { checkLoyalty } from '../../engine/loyalty/card-loyalties'
import { requireOpenMethod } from '../../engine/methods/open-method'
import type { Charge } from '../../engine/payments/charge'
import { requirePayment } from '../../engine/payments/find-payment'
import { pay } from '../../engine/payments/pay'
import { isWalletOnly, payByWallet } from '../../engine/payments/pay-by-wallet'
import type { Payment } from '../../engine/payments/payment'
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
    const payment = payNow(ctx, c, request)
    if (payment.error) throw refusedError(payment.error)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.post('/payment/v1/card-payments/3ds-init', (c) => {
    const request = readBody(c, initThreeDS)
    const card = cardOf(ctx, c, request)
    const callbackVersion = request.additionalParams?.threeDSCallbackVersion === 2 ? 2 : 1
    const back = { callbackUrl: request.callbackUrl, callbackVersion } as const
    const charge = chargeOf(ctx, c, request, true)
    if (isWalletOnly(charge)) throw CARD_NOT_NEEDED
    const started = startThreeDS(ctx, charge, card, back)
    if ('refused' in started) throw refusedError(started.refused)
    return data(c, initView(ctx, started.payment, started.session.id))
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

/** "What is paid from the wallet whole must be sent without a card" (create-payment). */
function payNow(ctx: SandboxContext, c: ApiContext, request: CreatePayment): Payment {
  const { card } = request
  const charge = chargeOf(ctx, c, request, false)
  if (isWalletOnly(charge)) {
    if (card) throw CARD_NOT_NEEDED
    return payByWallet(ctx, charge)
  }
  if (!card) throw CARD_MISSING
  return pay(ctx, charge, cardOf(ctx, c, { card, currency: request.currency }))
}

function cardOf(
  ctx: SandboxContext,
  c: ApiContext,
  { card, currency }: { card: NonNullable<CreatePayment['card']>; currency: string },
) {
  if (isOfDevice(card)) requireOpenMethod(c.get('merchant'), 'APPLEPAY')
  const presented = presentCard(ctx, c.get('merchant').apiKey, card)
  const { facts, bin } = presented
  checkLoyalty(readLoyalty(card.loyalty, currency), { ...facts, brand: bin?.brand }, currency)
  return presented
}

const isOfDevice = (card: CreatePayment['card']): boolean => card !== undefined && 'tokenizedCard' in card

function chargeOf(ctx: SandboxContext, c: ApiContext, request: CreatePayment, threeDS: boolean): Charge {
  return {
    ...apiSale(ctx, c.get('merchant'), request),
    walletPrice: requireMinor('walletPrice', request.walletPrice, request.currency),
    installment: request.installment,
    phase: request.paymentPhase,
    threeDS,
    orderId: request.bankOrderId,
    posAlias: request.posAlias,
    retry: request.retry,
    routing: request.routingOptions,
    loyalty: readLoyalty(request.card?.loyalty, request.currency),
    ...(isOfDevice(request.card) ? { method: 'APPLEPAY' as const } : {}),
  }
}

const CARD_MISSING = ApiError.invalid('4024', {
  tr: 'Tamamı cüzdandan ödenmeyen ödemede kart bilgileri zorunludur',
  en: 'What the wallet does not pay whole needs a card',
})

const CARD_NOT_NEEDED = ApiError.invalid('4025', {
  tr: 'Tamamı cüzdandan ödenen ödemede kart bilgileri gönderilmemelidir',
  en: 'What the wallet pays whole must come without a card',
})
