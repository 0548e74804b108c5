// The merchant's pages: server-rendered, without a script, the same in every shop.
import { logError } from '@craftgate-commerce/core/adapter'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { attentionCount, forgetAttention } from './attention/attention'
import { CAPABILITIES } from './capabilities'
import { type Answer, createRequest, pathTo, type UserRequest } from './http/panel-request'
import type { Routes } from './http/routes'
import { protectPost } from './http/security'
import { askToEnter, closedPage, enter } from './login/enter'
import { isLinked } from './login/panel-links'
import { loggedIn, logOut } from './login/panel-session'
import type { PanelHost, PanelUser } from './panel-host'
import { missingPage, noticePage } from './ui/notice-page'

export interface Panel {
  /** Answers a request below `PanelHost.url`. Never throws. */
  handle(request: Request): Promise<Response>
  /** The same for whoever the shop's own app logged in; undefined: nobody. Only where the login is the shop's own. */
  handleFor(user: PanelUser | undefined, request: Request): Promise<Response>
}

type Env = { Bindings: { readonly user?: PanelUser } }

export function createPanel(host: PanelHost): Panel {
  const app = new Hono<Env>({ strict: false }).basePath(new URL(host.url).pathname)
  const own = (work: (request: UserRequest) => Answer) => async (c: Context<Env>) => {
    const user = await userOf(c, host)
    if (user === undefined) return closedPage(c, host)
    const attention = await attentionCount(host, user)
    try {
      return await work({ ...createRequest(c, host, user), user, attention, commerce: host.commerce(user) })
    } finally {
      if (c.req.method === 'POST') forgetAttention(host)
    }
  }
  const [sameOrigin, small] = protectPost(host.url)
  const post = (path: string, work: (c: Context<Env>) => Answer) =>
    app.post(path, sameOrigin, small, async (c) => work(c))

  const routes: Routes = {
    page: (path, handler) => void app.get(path, own(handler)),
    action: (path, handler) => void post(path, own(handler)),
  }
  for (const register of CAPABILITIES) register(routes)
  if (isLinked(host)) {
    app.get('/enter/:secret', async (c) => askToEnter(createRequest(c, host)))
    post('/enter/:secret', (c) => enter({ ...createRequest(c, host), host }))
    post('/leave', (c) => {
      logOut(c, host)
      return c.redirect(pathTo({ host }, '/'), 303)
    })
  }
  app.notFound((c) => missingPage(createRequest(c, host, c.env.user)))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    host.logger.error('A page of the panel failed', logError(error))
    const request = createRequest(c, host)
    return noticePage(request, { ...request.words.failed, status: 502 })
  })
  return {
    handle: async (request) => app.fetch(request, {}),
    handleFor: async (user, request) => app.fetch(request, { user }),
  }
}

/** A cookie of the panel's is no login where the shop has one of its own, and the other way round. */
async function userOf(c: Context<Env>, host: PanelHost): Promise<PanelUser | undefined> {
  if (isLinked(host)) return loggedIn(c, host)
  const { user } = c.env
  return user?.permissions.includes('read') ? user : undefined
}
