import { CraftgateError, type PaymentLink } from '@craftgate-commerce/core'
import { qrCode } from '@craftgate-commerce/core/adapter'
import { html, raw } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { badge, type Html, moment, outerLink, postButton } from '../ui/components'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { linkPath } from './links-page'
import { linkWords } from './words'

/** The link that the address names, of an account that the user works with; undefined when there is none. */
export async function namedLink({ c, commerce, user }: UserRequest) {
  const [merchant = '', id] = [c.req.param('merchant'), Number(c.req.param('id'))]
  if (!user.merchants.includes(merchant) || !Number.isSafeInteger(id)) return undefined
  try {
    return { merchant, link: await commerce.paymentLinks.find(merchant, id) }
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

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
        ${may(request, 'receive') ? postButton(`${linkPath(request, merchant, link.id)}/delete`, words.delete, 'danger') : ''}</div>
      <div class="columns">${factsCard(request, link)}${sendCard(request, link)}</div>`,
  })
}

function factsCard({ words, lang }: UserRequest, link: PaymentLink): Html {
  const links = linkWords[lang]
  const { columns } = words
  return html`<section class="card" aria-label="${link.name}">${facts([
    [columns.amount, moneyText(link.price, lang)],
    [columns.state, link.isOpen ? badge(links.state.open, 'good') : badge(links.state.closed, 'calm')],
    [links.sold, links.soldOf(link.soldCount, link.stock)],
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
