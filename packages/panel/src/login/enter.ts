import { html } from 'hono/html'
import { audit } from '../http/audit'
import { type Answer, createRequest, type PanelRequest, pathTo } from '../http/panel-request'
import type { PanelHost } from '../panel-host'
import { noticePage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { type Linked, pageOf, takeLink } from './panel-links'
import { logIn } from './panel-session'

/** GET /enter/:secret: a button, because what only reads a link (a preview, a scanner) must not use it up. */
export function askToEnter(request: PanelRequest): Answer {
  const { c, words } = request
  const action = `${pathTo(request, '/enter/')}${c.req.param('secret')}${new URL(c.req.url).search}`
  return answerPage(request, {
    title: words.enter.title,
    body: html`<section class="card"><p>${words.enter.text}</p>
      <form method="post" action="${action}"><button class="primary" type="submit" autofocus>${words.enter.button}</button></form></section>`,
  })
}

/** POST /enter/:secret */
export async function enter(request: PanelRequest & { readonly host: Linked<PanelHost> }): Promise<Response> {
  const { c, host, words } = request
  const user = await takeLink(host, c.req.param('secret') ?? '')
  if (user === undefined) return noticePage(request, { ...words.enter.over, status: 403 })
  await logIn(c, host, user)
  await audit({ host, user }, 'entered')
  return c.redirect(pathTo(request, pageOf(c.req.query('to'))), 303)
}

/** For whoever is not logged in. */
export const closedPage = (c: PanelRequest['c'], host: PanelHost): Answer => {
  const request = createRequest(c, host)
  return noticePage(request, { ...request.words.closed, status: 403 })
}
