import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { requireBuyerWallet } from '../../engine/deposits/deposit'
import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
import type { Charge } from '../../engine/payments/charge'
import { startByApi } from '../../engine/provider-pages/start-by-api'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { type Api, type ApiContext, data, langOf } from '../api-context'
import { apmEntry, apmType, readEntry } from '../apm/apm-requests'
import { initView } from '../apm/init-view'
import { amount, currency, safeId } from '../fields'
import { checkMerchantApm } from '../merchant/merchant-apms'
import { readBody } from '../read'
import { depositView, walletTransaction } from './deposit-view'

/** developer.craftgate.io/api/wallet/create-top-up: a wallet that another way to pay loads, or money that came by transfer. */
export function otherDepositRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/deposits/apm-init', (c) => {
    const request = readBody(c, initApmDeposit)
    const { apmType: method, callbackUrl } = request
    const charge = { ...chargeOf(ctx, c, request), orderId: request.apmOrderId }
    checkMerchantApm(ctx, c.get('merchant'), request)
    const entry = readEntry(request)
    const visit = () => ({ callbackUrl, bankCode: entry.bankCode })
    const started = startByApi(ctx, { charge, method, entry, visit })
    const walletRecord = walletTransaction(ctx, started.payment)
    return data(c, { ...initView(ctx, started, langOf(c)), walletTransaction: walletRecord })
  })

  api.post('/payment/v1/deposits/fund-transfer', (c) => {
    const request = readBody(c, fundTransfer)
    const { payment } = startByApi(ctx, {
      charge: chargeOf(ctx, c, request),
      method: 'FUND_TRANSFER',
      entry: {},
      visit: () => ({}),
    })
    if (payment.error) throw ApiError.payment({ group: '', ...payment.error })
    return data(c, depositView(ctx, payment, langOf(c)))
  })
}

const facts = z.object({
  price: amount,
  buyerMemberId: z.number().int(),
  conversationId: safeId.optional(),
  clientIp: z.string().optional(),
})

/** What was paid by hand or at the door is recorded by calls of its own. */
const isOnline = (method: MethodName): boolean => METHODS[method].paymentProvider !== 'OFFLINE'

const initApmDeposit = facts.extend({
  ...apmEntry,
  apmType: apmType.refine(isOnline),
  currency,
  externalId: safeId.optional(),
  paymentChannel: z.string().optional(),
  callbackUrl: z.string(),
})

/** The portal calls the currency required, the clients do not know it. */
const fundTransfer = facts.extend({ currency: currency.default('TRY') })

type Facts = z.output<typeof fundTransfer> & Pick<Charge, 'externalId' | 'paymentChannel'>

function chargeOf(ctx: SandboxContext, c: ApiContext, request: Facts): Charge {
  const merchant = c.get('merchant')
  requireBuyerWallet(ctx, merchant, request)
  const price = requireMinor('price', request.price, request.currency)
  const { buyerMemberId, conversationId, externalId, paymentChannel, clientIp } = request
  return {
    ...{ merchant, price, paidPrice: price, currency: request.currency, installment: 1, phase: 'AUTH' },
    ...{ buyerMemberId, conversationId, externalId, paymentChannel, clientIp },
    ...{ items: [], source: 'API', threeDS: false, deposit: true },
  }
}
