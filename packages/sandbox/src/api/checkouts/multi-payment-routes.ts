import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import { statusOf } from '../../engine/multi-payments/end-multi-payment'
import {
  attemptsOf,
  openMultiPayment,
  paidParts,
  remainingOf,
  requireMultiPayment,
} from '../../engine/multi-payments/find-multi-payment'
import type { MultiPayment } from '../../engine/multi-payments/multi-payment'
import { toNumber } from '../../money/minor'
import { type Api, data } from '../api-context'
import { readBody } from '../read'
import { checkoutInput, initCheckout } from './checkout-request'

/** developer.craftgate.io/api/payment/multi-payments; init has no page there, its fields are the clients'. */
export function multiPaymentRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/multi-payments/init', (c) => {
    const { maximumSplitPaymentCount, ...request } = readBody(c, initMultiPayment)
    const { price, ttl } = request
    // Without items the sum is the one item, that each part has a transaction to refund.
    const items = request.items.length === 0 ? [{ price }] : request.items
    const page = checkoutInput(ctx, c.get('merchant'), { ...request, ...ONE_SALE, items, paidPrice: price })
    const multi = openMultiPayment(ctx, { page, maximumSplitPaymentCount, ttl })
    const pageUrl = `${ctx.url()}/multi/${multi.token}?token=${multi.token}`
    return data(c, { token: multi.token, pageUrl, tokenExpireDate: localTime(multi.expiresAt) })
  })

  api.get('/payment/v1/multi-payments/:token', (c) =>
    data(c, multiPaymentView(ctx, requireMultiPayment(ctx, c.get('merchant').apiKey, c.req.param('token')))),
  )
}

/** What belongs to one payment only, such as a bank's order number or an instalment's price, has no place here. */
const initMultiPayment = initCheckout
  .omit({
    ...{ paidPrice: true, paymentPhase: true, orderId: true, bankOrderId: true, merchantWebhookUrl: true },
    ...{ customInstallments: true, cardBrandInstallments: true, depositPayment: true, depositPayments: true },
  })
  .extend({ maximumSplitPaymentCount: z.number().int().positive().optional() })

const ONE_SALE = { paymentPhase: 'AUTH', depositPayment: false, depositPayments: false } as const

function multiPaymentView(ctx: SandboxContext, multi: MultiPayment) {
  const { id, token, page } = multi
  const { currency, conversationId, externalId } = page
  const paid = paidParts(ctx, multi).reduce((sum, { paidPrice }) => sum + paidPrice, 0)
  return {
    ...{ id, token, conversationId, externalId },
    multiPaymentStatus: statusOf(multi),
    tokenExpireDate: localTime(multi.expiresAt),
    price: toNumber(page.price, currency),
    paidPrice: toNumber(paid, currency),
    remainingAmount: toNumber(remainingOf(ctx, multi), currency),
    paymentIds: attemptsOf(ctx, multi).map((payment) => payment.id),
  }
}
