// The merchant's pages: server-rendered, without a script, the same in every shop.
import { logError } from '@craftgate-commerce/core/adapter'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Answer, createRequest, pathTo, type UserRequest } from './http/panel-request'
import type { Routes } from './http/routes'
import { protectPost } from './http/security'
import { linkRoutes } from './links/routes'
import { askToEnter, closedPage, enter } from './login/enter'
import { loggedIn, logOut } from './login/panel-session'
import type { PanelHost } from './panel-host'
import { paymentRoutes } from './payments/routes'
import { missingPage, noticePage } from './ui/notice-page'

export interface Panel {
  /** Answers a request below `PanelHost.url`. Never throws. */
  handle(request: Request): Promise<Response>
}

const CAPABILITIES = [
  // One line for each.
  paymentRoutes,
  linkRoutes,
]

export function createPanel(host: PanelHost): Panel {
  const app = new Hono({ strict: false }).basePath(new URL(host.url).pathname)
  const own = (work: (request: UserRequest) => Answer) => async (c: Context) => {
    const user = await loggedIn(c, host)
    if (user === undefined) return closedPage(c, host)
    return work({ ...createRequest(c, host, user), user, commerce: host.commerce(user) })
  }
  const [sameOrigin, small] = protectPost(host.url)
  const post = (path: string, work: (c: Context) => Answer) =>
    app.post(path, sameOrigin, small, async (c) => work(c))

  const routes: Routes = {
    page: (path, handler) => void app.get(path, own(handler)),
    action: (path, handler) => void post(path, own(handler)),
  }
  for (const register of CAPABILITIES) register(routes)
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
