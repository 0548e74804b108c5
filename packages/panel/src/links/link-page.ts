import type { PaymentLink } from '@craftgate-commerce/core'
import { qrCode } from '@craftgate-commerce/core/adapter'
import { html, raw } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { type Html, moment, outerLink, postButton } from '../ui/components'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { linkState } from './link-state'
import { linkPath } from './links-page'
import { namedLink } from './named-link'
import { paymentsCard } from './payments-card'
import { linkWords } from './words'

/** GET /links/:merchant/:id: the link as address, QR code, and as a message to be sent. */
export async function linkPage(request: UserRequest): Promise<Response> {
  const named = await namedLink(request)
  if (named === undefined) return missingPage(request)
  const { merchant, link } = named
  const words = linkWords[request.lang]
  return answerPage(request, {
    title: link.name,
    section: 'links',
    done: words.done,
    body: html`<div class="head"><p><a href="${pathTo(request, '/links')}">← ${words.toLinks}</a></p>
        ${may(request, 'receive') ? buttons(request, linkPath(request, merchant, link.id)) : ''}</div>
      <div class="columns">${factsCard(request, link)}${sendCard(request, link)}</div>${await paymentsCard(request, merchant, link)}`,
  })
}

const buttons = ({ lang }: UserRequest, path: string): Html =>
  html`<div class="row"><a class="button secondary" href="${path}/change">${linkWords[lang].change}</a>${postButton(`${path}/delete`, linkWords[lang].delete, 'danger')}</div>`

function factsCard(request: UserRequest, link: PaymentLink): Html {
  const { words, lang } = request
  const links = linkWords[lang]
  const { columns } = words
  return html`<section class="card" aria-label="${link.name}">${facts([
    [columns.amount, moneyText(link.price, lang)],
    [columns.state, linkState(request, link)],
    [links.sold, links.soldTimes(link.soldCount)],
    [links.inStock, link.stock === undefined ? undefined : String(link.stock)],
    [links.installments, String(Math.max(1, ...link.installments))],
    [links.expires, link.expiresAt && moment(link.expiresAt, lang)],
    [links.description, link.description],
  ])}</section>`
}

function sendCard({ words, lang }: UserRequest, { name, price, url }: PaymentLink): Html {
  const links = linkWords[lang]
  const text = links.message(name, moneyText(price, lang), url)
  const mail = `mailto:?${new URLSearchParams({ subject: name, body: text }).toString().replaceAll('+', '%20')}`
  return html`<section class="card" aria-labelledby="send"><h2 id="send">${links.send}</h2>
    <div class="field"><label for="address">${links.address}</label><input id="address" type="text" readonly value="${url}"></div>
    <div class="row">${outerLink(`https://wa.me/?${new URLSearchParams({ text })}`, links.whatsApp, words)}<a href="${mail}">${links.mail}</a></div>
    <figure class="qr"><figcaption class="soft">${links.qr}</figcaption>${raw(qrCode(url))}</figure></section>`
}
