import { Hono } from 'hono'
import { createAdmin } from '../admin/create-admin'
import { createApi } from '../api/create-api'
import type { ShopifyControl } from '../control/control'
import { createControlRoutes } from '../control/control-routes'
import { createGraphQLRoute } from '../graphql/graphql-route'
import { createAccessTokenRoute } from '../oauth/access-token-route'
import { createAuthorizeRoute } from '../oauth/authorize-route'
import { createShop } from '../shop/create-shop'
import type { World } from '../world'
import type { NodeEnv } from './cut'
import { frontPage } from './front-page'

/** All rooms under one address; a shop's are under its domain. */
export function createApp(world: World, control: ShopifyControl): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.get('/', (c) => frontPage(c, world))
  app.route('/control', createControlRoutes(control))
  app.route('/', createGraphQLRoute(world))
  app.route('/', createAccessTokenRoute(world))
  app.route('/', createAuthorizeRoute(world))
  app.route('/', createApi(world))
  app.route('/', createAdmin(world, control))
  app.route('/', createShop(world))
  return app
}
