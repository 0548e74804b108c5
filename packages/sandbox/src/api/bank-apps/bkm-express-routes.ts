import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { completeByMerchant, refuseByMerchant } from '../../engine/provider-pages/complete-by-merchant'
import { requireReferred } from '../../engine/provider-pages/find-session'
import { installmentPlans } from '../../engine/provider-pages/installment-plans'
import { type Api, data, langOf } from '../api-context'
import { requireAuthPhase } from '../apm/method-rules'
import { paymentView } from '../payments/payment-view'
import { readBody } from '../read'
import { reportedPaymentView } from '../reports/report-routes'
import { bankAppCharge, bankAppSale, installmentNumbers } from './bank-app-sale'
import { startOrRefuse } from './start-or-refuse'

const initBkm = bankAppSale.omit({ posAlias: true }).extend({ enabledInstallments: installmentNumbers })

const completeBkm = z.object({
  status: z.boolean(),
  message: z.string().optional(),
  ticketId: z.string().optional(),
  bkmExpressPaymentToken: z.string().optional(),
})

const method = 'BKM_EXPRESS'

/**
 * developer.craftgate.io/api/payment/bkm_express. BKM's own script in the merchant's page opens its app with token and
 * path; here `path` is a page where a test person approves. No callback leads back: the merchant hears of the approval by
 * webhook, and completes.
 */
export function bkmExpressRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/bkm-express/init', (c) => {
    const request = readBody(c, initBkm)
    requireAuthPhase(request.paymentPhase)
    const { enabledInstallments } = request
    const token = randomUUID()
    const { id } = startOrRefuse(ctx, {
      charge: bankAppCharge(ctx, c, request, method),
      method,
      visit: (payment) => ({
        ...{ token, wayBack: 'none', completedByMerchant: true },
        installments: installmentPlans(ctx, payment, { enabledInstallments, otherwise: 'one' }),
      }),
    })
    return data(c, { id, token, path: `${ctx.url()}/apm/${id}` })
  })

  api.post('/payment/v1/bkm-express/complete', (c) => {
    const { status, ticketId: id, bkmExpressPaymentToken: token } = readBody(c, completeBkm)
    const payment = requireReferred(ctx, { merchant: c.get('merchant').apiKey, method, id, token })
    if (status) completeByMerchant(ctx, payment)
    else refuseByMerchant(ctx, payment)
    return data(c, paymentView(payment, langOf(c)))
  })

  api.get('/payment/v1/bkm-express/payments/:ticketId', (c) => {
    const id = c.req.param('ticketId')
    const payment = requireReferred(ctx, { merchant: c.get('merchant').apiKey, method, id })
    return data(c, reportedPaymentView(ctx, payment, langOf(c)))
  })

  api.get('/payment/v1/bkm-express/:token', (c) => {
    const token = c.req.param('token')
    const payment = requireReferred(ctx, { merchant: c.get('merchant').apiKey, method, token })
    return data(c, reportedPaymentView(ctx, payment, langOf(c)))
  })
}
