import { randomUUID } from 'node:crypto'
import type { SandboxContext } from '../../engine/context'
import { checkLoyalty } from '../../engine/loyalty/card-loyalties'
import { requireReference } from '../../engine/masterpass/find-reference'
import { masterpassCard } from '../../engine/masterpass/masterpass-card'
import { payByMasterpass, startMasterpassThreeDS } from '../../engine/masterpass/pay'
import { requireOpenMethod } from '../../engine/methods/open-method'
import { requirePayment } from '../../engine/payments/find-payment'
import { routePos } from '../../engine/pos/route-pos'
import { NOTHING_TO_COMPLETE } from '../../engine/provider-pages/complete-by-merchant'
import { completeThreeDS } from '../../engine/threeds/verify'
import { type Api, type ApiContext, data, langOf } from '../api-context'
import { requireCurrency } from '../apm/method-rules'
import { readLoyalty } from '../loyalty/loyalty-fields'
import { cardLoyaltiesView } from '../loyalty/loyalty-routes'
import { apiSale } from '../payments/api-sale'
import { completeThreeDS as completedPayment } from '../payments/payment-requests'
import { paymentView } from '../payments/payment-view'
import { readBody } from '../read'
import {
  checkUser,
  complete,
  type GenerateToken,
  generateToken,
  initThreeDS,
  retrieveLoyalties,
} from './masterpass-requests'
import { masterpassUser } from './masterpass-user'

/** developer.craftgate.io/api/payment/payment-with-masterpass */
export function masterpassRoutes(api: Api, ctx: SandboxContext): void {
  const merchantKey = (c: ApiContext) => c.get('merchant').apiKey

  api.post('/payment/v1/masterpass-payments/check-user', (c) =>
    data(c, masterpassUser(readBody(c, checkUser).masterpassGsmNumber)),
  )

  api.post('/payment/v2/masterpass-payments/generate-token', (c) =>
    data(c, generated(ctx, c, readBody(c, generateToken))),
  )

  api.post('/payment/v2/masterpass-payments/complete', (c) => {
    const { referenceId, token } = readBody(c, complete)
    const reference = requireReference(ctx, merchantKey(c), referenceId)
    return data(c, paymentView(payByMasterpass(ctx, reference, token), langOf(c)))
  })

  api.post('/payment/v2/masterpass-payments/3ds-init', (c) => {
    const { referenceId, callbackUrl } = readBody(c, initThreeDS)
    const reference = requireReference(ctx, merchantKey(c), referenceId)
    const { payment, session } = startMasterpassThreeDS(ctx, reference, callbackUrl)
    return data(c, { paymentId: payment.id, returnUrl: `${ctx.url()}/3ds/${session.id}` })
  })

  api.post('/payment/v2/masterpass-payments/3ds-complete', (c) => {
    const payment = requirePayment(ctx, merchantKey(c), readBody(c, completedPayment).paymentId)
    if (payment.method !== 'MASTERPASS' || payment.source !== 'API') throw NOTHING_TO_COMPLETE
    completeThreeDS(ctx, payment)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.post('/payment/v2/masterpass-payments/loyalties/retrieve', (c) => {
    const { binNumber } = readBody(c, retrieveLoyalties)
    return data(c, cardLoyaltiesView(c.get('merchant'), masterpassCard(binNumber)))
  })
}

/** Everything that a payment would be refused for is refused here, before the shopper types his code. */
function generated(ctx: SandboxContext, c: ApiContext, request: GenerateToken) {
  const merchant = c.get('merchant')
  const { createPayment, forceThreeDS, validationType = 'OTP' } = request
  const { currency, installment, posAlias, bankOrderId, routingOptions: routing } = createPayment
  requireOpenMethod(merchant, 'MASTERPASS')
  requireCurrency('MASTERPASS', currency)
  const { bin, lastFour } = masterpassCard(request.binNumber)
  const loyalty = readLoyalty(request.loyalty, currency)
  checkLoyalty(loyalty, { bin: bin.bin, lastFour, brand: bin.brand }, currency)
  const { merchant: _merchant, ...sale } = apiSale(ctx, merchant, createPayment)
  routePos(merchant, { bin, currency, installment, alias: posAlias, routing, threeDS: forceThreeDS })
  const orderId = bankOrderId ?? `CGMP${randomUUID().slice(0, 13)}`
  const [referenceId, token] = [randomUUID(), randomUUID()]
  ctx.state.masterpassReferences.push({
    ...{ merchant: merchant.apiKey, referenceId, token, bin: bin.bin, lastFour },
    validation: forceThreeDS ? 'THREE_DS' : validationType,
    sale: {
      ...{ ...sale, method: 'MASTERPASS', phase: createPayment.paymentPhase },
      ...{ installment, posAlias, routing, loyalty, orderId, threeDS: forceThreeDS },
    },
    ...{ createdAt: ctx.clock.now(), wrongCodes: 0 },
  })
  return { referenceId, token, orderNo: orderId, ...terminalOf(request) }
}

/** Told since Masterpass's second version; the value is ours. */
const terminalOf = ({ masterpassIntegrationVersion: version }: GenerateToken) =>
  version === 2 ? { terminalGroupId: 'CG-SANDBOX' } : {}
