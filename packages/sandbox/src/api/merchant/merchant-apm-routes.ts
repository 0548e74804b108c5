import type { SandboxContext } from '../../engine/context'
import { API_METHODS } from '../../engine/methods/api-methods'
import { METHODS } from '../../engine/methods/methods'
import { CURRENCIES } from '../../money/minor'
import { type Api, data } from '../api-context'
import { isMethodName } from '../apm/apm-requests'
import { listOf } from '../query'

/** The alternative payments that are open for the merchant; ids count the seed's merchants and the methods. */
export function merchantApmRoutes(api: Api, { merchants }: SandboxContext): void {
  api.get('/merchant/v1/merchant-apms', (c) => {
    const merchant = c.get('merchant')
    const first = 1000 * (merchants.indexOf(merchant) + 1)
    const open = [...merchant.paymentMethods, ...Object.keys(API_METHODS)]
    const views = Object.keys(METHODS)
      .filter(isMethodName)
      .map((apmType, index) => ({ apmType, id: first + index + 1 }))
      .filter(({ apmType }) => METHODS[apmType].paymentType === 'APM' && open.includes(apmType))
      .map(({ apmType, id }) => {
        const { label, currencies } = METHODS[apmType]
        const supportedCurrencies = currencies === 'pos' ? CURRENCIES : currencies
        return { id, status: 'ACTIVE', name: label.tr, apmType, hostName: 'localhost', supportedCurrencies }
      })
    return data(c, listOf(views))
  })
}
