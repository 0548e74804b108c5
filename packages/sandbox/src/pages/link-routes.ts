import { readForm } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { HostedPageService, LinkView } from '../hosted-page-service'
import { methodTextsOf } from './method-texts'
import { noticePage } from './notice-page'
import {
  checkoutPath,
  linkPath,
  multiPath,
  type PageOptions,
  readPageOptions,
  withOptions,
} from './page-options'
import { priceText } from './price-text'
import { qrPicture } from './qr-picture'
import { answerPage } from './shell'
import { textsOf } from './texts'

/** What a merchant's link leads to: the product, a button that opens a payment page, and where that page comes back. */
export function createLinkPages(service: HostedPageService): Hono {
  const app = new Hono()
  app.get('/:token', (c) => show(c, service))
  app.post('/:token', (c) => start(c, service))
  app.get('/:token/qr', (c) => picture(c, service))
  return app
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''

function show(c: Context, service: HostedPageService) {
  const options = readPageOptions(c)
  const view = service.link(tokenOf(c))
  if (view === undefined) return noticePage(c, 'unknown', { options })
  return view.onSale ? linkPage(c, view, options) : noticePage(c, 'expired', { options })
}

/** The button, or the browser that comes back from the payment page with that page's token. */
async function start(c: Context, service: HostedPageService): Promise<Response> {
  const options = readPageOptions(c)
  const paid = (await readForm(c)).get('token')
  if (paid !== null && service.isLinkPaid(paid)) return noticePage(c, 'paid', { options })
  if (paid !== null) return c.redirect(withOptions(linkPath(tokenOf(c)), options), 303)
  const page = service.startLink(tokenOf(c))
  if (page === undefined) return show(c, service)
  const path = page.inParts ? multiPath(page.token) : checkoutPath(page.token)
  return c.redirect(withOptions(path, options), 303)
}

function linkPage(c: Context, view: LinkView, options: PageOptions) {
  const body = html`<main class="bank provider">
    <header><p class="bank-name">${view.merchantName}</p></header>
    <h1>${view.name}</h1>
    ${(view.description ?? '').split('\n').map((line) => html`<p>${line}</p>`)}
    <form id="link-form" method="post" action="${withOptions(linkPath(view.token), options)}">
      <button class="primary" type="submit">${textsOf(options.lang).payAmount(priceText(view.price, view.currency, options.lang))}</button>
    </form>
    <p class="hint">${methodTextsOf(options.lang).notReal}</p>
  </main>`
  return answerPage(c, { title: view.name, body, options, bodyClass: 'at-bank' })
}

function picture(c: Context, service: HostedPageService) {
  const view = service.link(tokenOf(c))
  if (view === undefined) return noticePage(c, 'unknown', { options: readPageOptions(c) })
  const svg = String(qrPicture(view.token, view.name))
  const body = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
  return c.body(body, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
}
