import { CraftgateError, type PaymentLink } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { moment, notice } from '../ui/components'
import type { Html } from '../ui/html'
import { otherPages, pageAsked } from '../ui/other-pages'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { linkPath } from './links-page'
import { linkWords } from './words'

/** Who paid by this link, newest first. The link is there also when Craftgate cannot be asked about its payments. */
export async function paymentsCard(request: UserRequest, merchant: string, link: PaymentLink): Promise<Html> {
  const { commerce, lang } = request
  const words = linkWords[lang]
  const card = (body: Html) =>
    html`<section class="card" aria-labelledby="link-payments"><h2 id="link-payments">${words.payments}</h2>${body}</section>`
  if (link.externalId === undefined) return card(html`<p class="soft">${words.notFindable}</p>`)
  const page = pageAsked(request)
  const found = await commerce.paymentLinks.payments(merchant, link, page - 1).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  if (CraftgateError.is(found)) return card(notice(found.merchantMessage[lang], 'bad'))
  const { columns } = request.words
  const heads = [columns.craftgate, columns.time, `${columns.amount}#`, `${words.paidPrice}#`, words.card]
  const rows = found.payments.map(({ paymentId, paidAt, price, paidPrice, lastFour }) => [
    html`<code>${paymentId}</code>`,
    moment(paidAt, request),
    moneyText(price, lang),
    moneyText(paidPrice, lang),
    lastFour === undefined ? '–' : `•••• ${lastFour}`,
  ])
  const pages = otherPages({
    path: linkPath(request, merchant, link.id),
    page,
    count: found.count,
    words,
  })
  return card(html`${table({ caption: words.payments, heads, rows, empty: words.noPayments })}${pages}`)
}
