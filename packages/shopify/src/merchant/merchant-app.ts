import { protectPost } from '@craftgate-commerce/panel/ui'
// The merchant's pages: setting up, keys, payments, privacy. Server-rendered, without a script.
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { activate, deactivate } from './activation/activation-routes'
import { saveAlertSettings, showAlertSettings } from './alert-settings/alert-settings-routes'
import {
  askRemoval,
  inMode,
  removeSettings,
  saveSettings,
  showSettings,
} from './craftgate-settings/settings-routes'
import type { MerchantDeps } from './http/merchant-deps'
import { type AuthenticatedRequest, requireLogin } from './http/merchant-request'
import { home } from './overview/home'
import { servePanel } from './panel/panel-host'
import { PANEL_PATH } from './panel/panel-site'
import { retryPayment, showPayment } from './payments/detail/payment-routes'
import { reconcilePage } from './payments/list/reconcile-page'
import { privacyPage } from './privacy/privacy-page'
import { createMerchantQueries, type MerchantQueries } from './queries/merchant-queries'

/** Every page and button, by its address. */
export function merchantApp(deps: MerchantDeps, queries: MerchantQueries): Hono {
  const app = new Hono()
  app.onError(refused)
  const own = (work: (request: AuthenticatedRequest) => Response | Promise<Response>) =>
    requireLogin(deps, work)
  const [sameOrigin, small] = protectPost(deps.context.options.publicUrl)
  const post = (path: string, work: (c: Context) => Promise<Response>) =>
    app.post(path, sameOrigin, small, work)

  app.get('/', home(deps, queries))
  post('/payments/reconcile', own(reconcilePage))
  app.get(
    '/payments/:id',
    own((request) => showPayment(request, queries)),
  )
  post(
    '/payments/:id/retry',
    own((request) => retryPayment(request, queries)),
  )
  for (const path of [PANEL_PATH, `${PANEL_PATH}/*`]) app.all(path, own(servePanel(queries)))
  app.get(
    '/privacy',
    own((request) => privacyPage(request, queries)),
  )

  const account = '/settings/craftgate/:mode'
  app.get(account, own(inMode((request, mode) => showSettings(request, mode, queries))))
  post(account, own(inMode((request, mode) => saveSettings(request, mode, queries))))
  app.get(`${account}/remove`, own(inMode(askRemoval)))
  post(`${account}/remove`, own(inMode((request, mode) => removeSettings(request, mode, queries))))
  const alerts = '/settings/alerts/:mode'
  app.get(alerts, own(inMode((request, mode) => showAlertSettings(request, mode))))
  post(alerts, own(inMode(saveAlertSettings)))
  post('/activate', own(activate))
  post('/deactivate', own(deactivate))
  return app
}

/** A form of another site or one that is too large has its answer already; the rest is the app's to log. */
function refused(error: Error): Response {
  if (error instanceof HTTPException) return error.getResponse()
  throw error
}

export type { MerchantDeps } from './http/merchant-deps'

/** Mount it at the root of the app. */
export const merchantRoutes = (deps: MerchantDeps): Hono =>
  merchantApp(deps, createMerchantQueries(deps.context.database))
