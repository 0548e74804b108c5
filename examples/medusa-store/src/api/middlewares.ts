import { allowFields, defineMiddlewares } from '@medusajs/framework/http'

// Medusa tells the shopper the metadata of an order in the list of his orders only; his order's page shows what he agreed to as well.
export default defineMiddlewares({
  routes: [{ matcher: '/store/orders/:id', middlewares: [allowFields('metadata')] }],
})
