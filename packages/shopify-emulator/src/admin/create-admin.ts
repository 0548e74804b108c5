import { type Context, Hono } from 'hono'
import type { ShopifyControl } from '../control/control'
import type { NodeEnv } from '../http/cut'
import { readForm } from '../http/read-form'
import { sameOriginOnly } from '../http/same-origin'
import { shopStateOf } from '../oauth/shop-state-of'
import { appUrl } from '../oauth/visit-query'
import { seedOf, type World } from '../world'
import { homePage } from './home-page'
import { orderRoutes } from './order-routes'
import { settingsPage } from './settings-page'

/** What a merchant sees: the app, payment settings, orders. */
export function createAdmin(world: World, control: ShopifyControl): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  for (const path of ['/:shop/admin', '/:shop/admin/*', '/:shop/services/*']) {
    app.use(path, async (c, next) => {
      if (!seedOf(world, c.req.param('shop') ?? '')) return c.text('There is no such shop.\n', 404)
      return next()
    })
    app.use(path, sameOriginOnly)
  }
  app.get('/:shop/admin', (c) => homePage(c, world))
  // Signed when it is followed: the app does not take a signature of minutes ago.
  app.get('/:shop/admin/apps/:key', (c) => c.redirect(appUrl(world, c.req.param('shop')), 302))
  app.post('/:shop/admin/uninstall', (c) => {
    const { shop } = c.req.param()
    // The merchant does not wait for the app to hear of it.
    void control.uninstall(shop)
    return c.redirect(`/${shop}/admin`, 303)
  })
  settingsRoutes(app, world)
  orderRoutes(app, world)
  return app
}

function settingsRoutes(app: Hono<NodeEnv>, world: World): void {
  const path = '/:shop/services/payments_partners/gateways/:key/settings'
  const isOurs = (c: Context) => c.req.param('key') === world.app.apiKey
  app.get(path, (c) => (isOurs(c) ? settingsPage(c, world) : c.text('There is no such gateway.\n', 404)))
  app.post(path, async (c) => {
    if (!isOurs(c)) return c.text('There is no such gateway.\n', 404)
    const form = await readForm(c)
    const { settings } = shopStateOf(world, c.req.param('shop'))
    settings.active = form.get('active') === 'yes'
    settings.testMode = form.get('testMode') === 'yes'
    settings.capture = form.get('capture') === 'manual' ? 'manual' : 'automatic'
    world.changed()
    return c.redirect(`${c.req.path}?saved=yes`, 303)
  })
}
