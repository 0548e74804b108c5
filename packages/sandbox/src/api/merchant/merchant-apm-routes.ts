import type { SandboxContext } from '../../engine/context'
import { METHODS } from '../../engine/methods/methods'
import { CURRENCIES } from '../../money/minor'
import { type Api, data } from '../api-context'
import { listOf } from '../query'
import { merchantApms } from './merchant-apms'

export function merchantApmRoutes(api: Api, ctx: SandboxContext): void {
  api.get('/merchant/v1/merchant-apms', (c) => {
    const views = merchantApms(ctx, c.get('merchant')).map(({ apmType, id }) => {
      const { label, currencies } = METHODS[apmType]
      const supportedCurrencies = currencies === 'pos' ? CURRENCIES : currencies
      return { id, status: 'ACTIVE', name: label.tr, apmType, hostName: 'localhost', supportedCurrencies }
    })
    return data(c, listOf(views))
  })
}
