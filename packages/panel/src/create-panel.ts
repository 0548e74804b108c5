// The merchant's pages: server-rendered, without a script, the same in every shop.
import { logError } from '@craftgate-commerce/core/adapter'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { attentionPage } from './attention-page'
import { type Answer, createRequest, pathTo, type UserRequest } from './http/panel-request'
import { protectPost } from './http/security'
import { deleteLink, makeLink } from './links/link-actions'
import { linkPage } from './links/link-page'
import { linksPage } from './links/links-page'
import { askToEnter, closedPage, enter } from './login/enter'
import { loggedIn, logOut } from './login/panel-session'
import type { PanelHost } from './panel-host'
import { listPage } from './payments/list-page'
import { approveLoan, askAgain } from './payments/payment-actions'
import { paymentPage } from './payments/payment-page'
import { paymentsCsv } from './payments/payments-csv'
import { missingPage, noticePage } from './ui/notice-page'

export interface Panel {
  /** Answers a request below `PanelHost.url`. Never throws. */
  handle(request: Request): Promise<Response>
}

export function createPanel(host: PanelHost): Panel {
  const app = new Hono({ strict: false }).basePath(new URL(host.url).pathname)
  const own = (work: (request: UserRequest) => Answer) => async (c: Context) => {
    const user = await loggedIn(c, host)
    return user === undefined ? closedPage(c, host) : work({ ...createRequest(c, host, user), user })
  }
  const [sameOrigin, small] = protectPost(host.url)
  const post = (path: string, work: (c: Context) => Answer) =>
    app.post(path, sameOrigin, small, async (c) => work(c))

  app.get('/', own(listPage))
  app.get('/payments.csv', own(paymentsCsv))
  app.get('/payments/:reference', own(paymentPage))
  post('/payments/:reference/ask', own(askAgain))
  post('/payments/:reference/approve-loan', own(approveLoan))
  app.get('/attention', own(attentionPage))
  app.get(
    '/links',
    own((request) => linksPage(request)),
  )
  post('/links', own(makeLink))
  app.get('/links/:merchant/:id', own(linkPage))
  post('/links/:merchant/:id/delete', own(deleteLink))
  app.get('/enter/:secret', async (c) => askToEnter(createRequest(c, host)))
  post('/enter/:secret', (c) => enter(createRequest(c, host)))
  post('/leave', (c) => {
    logOut(c, host)
    return c.redirect(pathTo({ host }, '/'), 303)
  })
  app.notFound((c) => missingPage(createRequest(c, host)))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    host.logger.error('A page of the panel failed', logError(error))
    const request = createRequest(c, host)
    return noticePage(request, { ...request.words.failed, status: 502 })
  })
  return { handle: async (request) => app.fetch(request) }
}
