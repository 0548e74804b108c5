import type { SandboxContext } from '../../engine/context'
import type { Api } from '../api-context'
import { bkmExpressRoutes } from './bkm-express-routes'
import { garantiPayRoutes } from './garanti-pay-routes'
import { juzdanRoutes } from './juzdan-routes'
import { posApmRoutes } from './pos-apm-routes'

/** The banks' own apps, as the API starts them. */
export function bankAppRoutes(api: Api, ctx: SandboxContext): void {
  posApmRoutes(api, ctx)
  garantiPayRoutes(api, ctx)
  bkmExpressRoutes(api, ctx)
  juzdanRoutes(api, ctx)
}
