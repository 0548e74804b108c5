import { defineMiddlewares } from '@medusajs/framework/http'

/** Craftgate signs the bytes of its webhooks, and core reads and limits bodies itself. */
export default defineMiddlewares({
  routes: [{ matcher: '/craftgate/*', bodyParser: false }],
})
