import type { SandboxContext } from '../../engine/context'
import { installmentPlans } from '../../engine/provider-pages/installment-plans'
import { type Api, data } from '../api-context'
import { httpUrl } from '../fields'
import { readBody } from '../read'
import { redirectHtml } from '../redirect-html'
import {
  bankAppCharge,
  bankAppSale,
  installmentNumbers,
  ownInstallments,
  readOwnInstallments,
} from './bank-app-sale'
import { startOrRefuse } from './start-or-refuse'

const initGarantiPay = bankAppSale.omit({ paymentPhase: true }).extend({
  callbackUrl: httpUrl,
  installments: ownInstallments,
  enabledInstallments: installmentNumbers,
})

/**
 * developer.craftgate.io/api/payment/payment-with-garantipay-v1. The portal also says that a payment whose callback never
 * came is cancelled at the bank "shortly after"; the emulator leaves it paid, as it names no time.
 */
export function garantiPayRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/garanti-pay-payments', (c) => {
    const request = readBody(c, initGarantiPay)
    const { callbackUrl, enabledInstallments, currency } = request
    const installments = readOwnInstallments(request.installments, currency)
    const { id, paymentId } = startOrRefuse(ctx, {
      charge: bankAppCharge(ctx, c, { ...request, paymentPhase: 'AUTH' }, 'GARANTI_PAY'),
      method: 'GARANTI_PAY',
      visit: (opened) => ({
        ...{ callbackUrl, wayBack: 'pos-apm' },
        installments: installmentPlans(ctx, opened, { installments, enabledInstallments, otherwise: 'one' }),
      }),
    })
    return data(c, { htmlContent: redirectHtml(`${ctx.url()}/apm/${id}`, 'GarantiPay'), paymentId })
  })
}
