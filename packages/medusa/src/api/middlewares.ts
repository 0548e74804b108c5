import {
  authenticate,
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from '@medusajs/framework/http'
import { isOwnProvider } from '../craftgate'
import { servePanel } from '../panel'
import { refuseControlCharacters } from '../refuse-control-characters'

import { orderMoneyRoutes } from './order-money'

const CUSTOMER = ['session', 'bearer'] as ('session' | 'bearer')[]

export default defineMiddlewares({
  routes: [
    // Craftgate signs the bytes of its webhooks, and core reads and limits bodies itself.
    { matcher: '/craftgate/*', bodyParser: false },
    { matcher: '/craftgate/panel*', middlewares: [servePanel] },
    { matcher: '/store/craftgate/*', middlewares: [refuseControlCharacters] },
    { matcher: '/admin/craftgate/*', middlewares: [refuseControlCharacters] },
    // Medusa authenticates below /store only; a page with stored cards asks who opens it.
    {
      matcher: '/craftgate/pay/*',
      middlewares: [authenticate('customer', CUSTOMER, { allowUnauthenticated: true })],
    },
    // Core reads these bodies itself, and says what a guest may not see.
    {
      matcher: '/store/craftgate/v1/*',
      bodyParser: false,
      middlewares: [authenticate('customer', CUSTOMER, { allowUnauthenticated: true })],
    },
    { matcher: '/store/craftgate/cards*', middlewares: [authenticate('customer', CUSTOMER)] },
    { matcher: '/store/craftgate/loans*', middlewares: [authenticate('customer', CUSTOMER)] },
    { matcher: '/store/craftgate/wallets*', middlewares: [authenticate('customer', CUSTOMER)] },
    {
      matcher: '/store/craftgate/checkouts/:reference/pay-link',
      middlewares: [authenticate('customer', CUSTOMER)],
    },
    {
      matcher: '/store/payment-collections/:id/payment-sessions',
      method: ['POST'],
      middlewares: [dropClientData],
    },
    ...orderMoneyRoutes,
  ],
})

/**
 * A payment session of ours begins without what a client wrote into its `data`: Medusa would keep that in the session and
 * hand it to our provider beside what is the provider's own.
 */
function dropClientData({ body }: MedusaRequest, _response: MedusaResponse, next: MedusaNextFunction): void {
  const isOurs =
    typeof body === 'object' &&
    body !== null &&
    'provider_id' in body &&
    isOwnProvider(String(body.provider_id))
  if (isOurs && 'data' in body) delete body.data
  next()
}
