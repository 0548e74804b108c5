import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { requireReferred } from '../../engine/provider-pages/find-session'
import { type Api, data, langOf } from '../api-context'
import { httpUrl } from '../fields'
import { paymentView } from '../payments/payment-view'
import { readBody } from '../read'
import { bankAppCharge, bankAppSale } from './bank-app-sale'
import { startOrRefuse } from './start-or-refuse'

const initJuzdan = bankAppSale.omit({ posAlias: true }).extend({
  callbackUrl: httpUrl,
  clientType: z.enum(['W', 'M']).default('W'),
})

/** developer.craftgate.io/api/payment/payment-with-juzdan */
export function juzdanRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/juzdan-payments/init', (c) => {
    const request = readBody(c, initJuzdan)
    const { callbackUrl, clientType } = request
    const { id: referenceId } = startOrRefuse(ctx, {
      charge: bankAppCharge(ctx, c, request, 'JUZDAN'),
      method: 'JUZDAN',
      visit: () => ({ callbackUrl, page: clientType === 'M' ? 'app' : 'qr', wayBack: 'reference' }),
    })
    return data(c, { referenceId, juzdanQrUrl: `${ctx.url()}/apm/${referenceId}` })
  })

  api.get('/payment/v1/juzdan-payments/:referenceId', (c) => {
    const { apiKey: merchant } = c.get('merchant')
    const payment = requireReferred(ctx, { merchant, method: 'JUZDAN', id: c.req.param('referenceId') })
    return data(c, paymentView(payment, langOf(c)))
  })
}
