import { authenticate, defineMiddlewares } from '@medusajs/framework/http'
import { orderMoneyRoutes } from './order-money'

export default defineMiddlewares({
  routes: [
    // Craftgate signs the bytes of its webhooks, and core reads and limits bodies itself.
    { matcher: '/craftgate/*', bodyParser: false },
    { matcher: '/store/craftgate/cards*', middlewares: [authenticate('customer', ['session', 'bearer'])] },
    ...orderMoneyRoutes,
  ],
})
