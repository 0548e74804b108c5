import { z } from 'zod'
import { presentCard } from '../../engine/cards/present-card'
import type { SandboxContext } from '../../engine/context'
import { requireBuyerWallet } from '../../engine/deposits/deposit'
import type { Charge } from '../../engine/payments/charge'
import { requirePayment } from '../../engine/payments/find-payment'
import { pay } from '../../engine/payments/pay'
import { refusedError, startThreeDS } from '../../engine/threeds/start'
import { completeThreeDS as complete } from '../../engine/threeds/verify'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { type Api, type ApiContext, data, langOf } from '../api-context'
import { amount, currency, httpUrl, routingOptions, safeId } from '../fields'
import { card, completeThreeDS } from '../payments/payment-requests'
import { initView } from '../payments/three-ds-entry'
import { readBody } from '../read'
import { depositView } from './deposit-view'

/** developer.craftgate.io/api/wallet/create-top-up and create-top-up-with-3D-secure */
export function depositRoutes(api: Api, ctx: SandboxContext): void {
  const merchantCard = (c: ApiContext, request: CreateDeposit) =>
    presentCard(ctx, c.get('merchant').apiKey, request.card)

  api.post('/payment/v1/deposits', (c) => {
    const request = readBody(c, createDeposit)
    const payment = pay(ctx, chargeOf(ctx, c, request, false), merchantCard(c, request))
    if (payment.error) throw refusedError(payment.error)
    return data(c, depositView(ctx, payment, langOf(c)))
  })

  api.post('/payment/v1/deposits/3ds-init', (c) => {
    const request = readBody(c, initDeposit)
    const { callbackUrl } = request
    const charge = chargeOf(ctx, c, request, true)
    const started = startThreeDS(ctx, charge, merchantCard(c, request), { callbackUrl, callbackVersion: 1 })
    if ('refused' in started) throw refusedError(started.refused)
    return data(c, initView(ctx, started.payment, started.session.id))
  })

  api.post('/payment/v1/deposits/3ds-complete', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readBody(c, completeThreeDS).paymentId)
    if (!payment.deposit) throw NO_DEPOSIT
    complete(ctx, payment)
    return data(c, depositView(ctx, payment, langOf(c)))
  })
}

const createDeposit = z.object({
  price: amount,
  buyerMemberId: z.number().int(),
  /** The portal calls it required; the official sample leaves it out. */
  currency: currency.default('TRY'),
  conversationId: safeId.optional(),
  posAlias: z.string().optional(),
  clientIp: z.string().optional(),
  card,
  routingOptions,
})

const initDeposit = createDeposit.extend({ callbackUrl: httpUrl })

type CreateDeposit = z.output<typeof createDeposit>

function chargeOf(ctx: SandboxContext, c: ApiContext, request: CreateDeposit, threeDS: boolean): Charge {
  const merchant = c.get('merchant')
  requireBuyerWallet(ctx, merchant, request)
  const price = requireMinor('price', request.price, request.currency)
  const { buyerMemberId, conversationId, posAlias, clientIp, routingOptions: routing } = request
  return {
    ...{ merchant, price, paidPrice: price, currency: request.currency, installment: 1, phase: 'AUTH' },
    ...{ buyerMemberId, conversationId, posAlias, clientIp, routing },
    ...{ items: [], source: 'API', threeDS, deposit: true },
  }
}

const NO_DEPOSIT = ApiError.invalid('4019', {
  tr: 'Ödeme, cüzdana para yükleme değil',
  en: 'The payment does not load a wallet',
})
