import type { PaymentLink } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { moment, postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { sendCard } from '../ui/send-card'
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
      <div class="columns">${factsCard(request, link)}${sendCard(request, messageOf(request, link))}</div>${await paymentsCard(request, merchant, link)}`,
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
    [links.inParts, link.multiPayment === true ? links.yes : undefined],
    [links.expires, link.expiresAt && moment(link.expiresAt, request)],
    [links.note, link.description],
  ])}</section>`
}

const messageOf = ({ lang }: UserRequest, { name, price, url }: PaymentLink) => ({
  url,
  subject: name,
  message: linkWords[lang].message(name, moneyText(price, lang), url),
})
