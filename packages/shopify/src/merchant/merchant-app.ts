import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { activate, deactivate } from './activation/activation-routes'
import {
  askRemoval,
  inMode,
  removeSettings,
  saveSettings,
  showSettings,
} from './craftgate-settings/settings-routes'
import { home } from './entrance/home'
import type { MerchantParts } from './merchant-parts'
import { protectPost } from './page/protect'
import { loggedIn, type ShopVisit } from './page/visit'
import { askPayment, showPayment } from './payment/payment-routes'
import { listPage } from './payments/list-page'
import type { MerchantReads } from './payments/merchant-reads'
import { reconcilePage } from './payments/reconcile'
import { privacyPage } from './privacy/privacy-page'

/** Every page and button, by its address. */
export function merchantApp(parts: MerchantParts, reads: MerchantReads): Hono {
  const app = new Hono()
  app.onError(refused)
  const own = (work: (visit: ShopVisit) => Response | Promise<Response>) => loggedIn(parts, work)
  const [sameOrigin, small] = protectPost(parts.house.options.publicUrl)
  const post = (path: string, work: (context: Context) => Promise<Response>) =>
    app.post(path, sameOrigin, small, work)

  app.get('/', home(parts, reads))
  app.get(
    '/payments',
    own((visit) => listPage(visit, reads)),
  )
  post('/payments/reconcile', own(reconcilePage))
  app.get(
    '/payments/:id',
    own((visit) => showPayment(visit, reads)),
  )
  post(
    '/payments/:id/ask',
    own((visit) => askPayment(visit, reads)),
  )
  app.get(
    '/privacy',
    own((visit) => privacyPage(visit, reads)),
  )

  const account = '/settings/craftgate/:mode'
  app.get(account, own(inMode((visit, mode) => showSettings(visit, mode, reads))))
  post(account, own(inMode((visit, mode) => saveSettings(visit, mode, reads))))
  app.get(`${account}/remove`, own(inMode(askRemoval)))
  post(`${account}/remove`, own(inMode((visit, mode) => removeSettings(visit, mode, reads))))
  post('/activate', own(activate))
  post('/deactivate', own(deactivate))
  return app
}

/** A form of another site or one that is too large has its answer already; the rest is the app's to log. */
function refused(error: Error): Response {
  if (error instanceof HTTPException) return error.getResponse()
  throw error
}
