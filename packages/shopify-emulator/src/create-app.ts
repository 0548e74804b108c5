import { type NodeEnv, refuseForeignHosts, refuseForeignPages } from '@craftgate-commerce/emulator-kit'
import { Hono } from 'hono'
import { createAdmin } from './admin/create-admin'
import { createApi } from './api/create-api'
import type { EmulatorContext } from './context/emulator-context'
import type { ShopifyControl } from './control/control'
import { createControlRoutes } from './control/control-routes'
import { createGraphQLRoute } from './graphql/graphql-route'
import { createAccessTokenRoute } from './oauth/access-token-route'
import { createAuthorizeRoute } from './oauth/authorize-route'
import { frontPage } from './pages/front-page'
import { createStorefront } from './storefront/create-storefront'

/** Everything under one address; a shop's are under its domain. */
export function createApp(ctx: EmulatorContext, control: ShopifyControl): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.use('*', refuseForeignHosts())
  for (const path of ['/control/*', '/:shop/api/*']) app.use(path, refuseForeignPages())
  app.get('/', (c) => frontPage(c, ctx))
  app.route('/control', createControlRoutes(control))
  app.route('/', createGraphQLRoute(ctx))
  app.route('/', createAccessTokenRoute(ctx))
  app.route('/', createAuthorizeRoute(ctx))
  app.route('/', createApi(ctx))
  app.route('/', createAdmin(ctx))
  app.route('/', createStorefront(ctx))
  return app
}
