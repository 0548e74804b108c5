import { type NodeEnv, readForm, sameOriginOnly } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import type { EmulatorContext } from '../context/emulator-context'
import { seedOf, shopStateOf } from '../context/shops'
import { uninstall } from '../oauth/installation'
import { signedAppUrl } from '../oauth/signed-query'
import { homePage } from './home-page'
import { orderRoutes } from './order-routes'
import { settingsPage } from './settings-page'

/** What a merchant sees: the app, payment settings, orders. */
export function createAdmin(ctx: EmulatorContext): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  for (const path of ['/:shop/admin', '/:shop/admin/*', '/:shop/services/*']) {
    app.use(path, async (c, next) => {
      if (!seedOf(ctx, c.req.param('shop') ?? '')) return c.text('There is no such shop.\n', 404)
      return next()
    })
    app.use(path, sameOriginOnly)
  }
  app.get('/:shop/admin', (c) => homePage(c, ctx))
  // Signed when it is followed: the app does not take a signature of minutes ago.
  app.get('/:shop/admin/apps/:key', (c) => c.redirect(signedAppUrl(ctx, c.req.param('shop')), 302))
  app.post('/:shop/admin/uninstall', (c) => {
    const { shop } = c.req.param()
    // The merchant does not wait for the app to hear of it.
    void uninstall(ctx, shop)
    return c.redirect(`/${shop}/admin`, 303)
  })
  settingsRoutes(app, ctx)
  orderRoutes(app, ctx)
  return app
}

function settingsRoutes(app: Hono<NodeEnv>, ctx: EmulatorContext): void {
  const path = '/:shop/services/payments_partners/gateways/:key/settings'
  const isOurs = (c: Context) => c.req.param('key') === ctx.app.apiKey
  app.get(path, (c) => (isOurs(c) ? settingsPage(c, ctx) : c.text('There is no such gateway.\n', 404)))
  app.post(path, async (c) => {
    if (!isOurs(c)) return c.text('There is no such gateway.\n', 404)
    const form = await readForm(c)
    const { settings } = shopStateOf(ctx, c.req.param('shop'))
    settings.active = form.get('active') === 'yes'
    settings.testMode = form.get('testMode') === 'yes'
    settings.capture = form.get('capture') === 'manual' ? 'manual' : 'automatic'
    ctx.changed()
    return c.redirect(`${c.req.path}?saved=yes`, 303)
  })
}
