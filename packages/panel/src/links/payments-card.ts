import { CraftgateError, type LinkPayment, type PaymentLink } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { moment, notice } from '../ui/components'
import type { Html } from '../ui/html'
import { otherPages, pageAsked } from '../ui/other-pages'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { linkPath } from './links-page'
import { linkPaymentPath } from './named-payment'
import { orderOf } from './order-of'
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
  const { areMatched } = commerce.linkPayments
  const heads = [columns.craftgate, columns.time, `${columns.amount}#`, `${words.paidPrice}#`, words.card]
  const rows = await Promise.all(
    found.payments.map(async (payment) => [
      html`<code>${payment.paymentId}</code>`,
      moment(payment.paidAt, request),
      moneyText(payment.price, lang),
      moneyText(payment.paidPrice, lang),
      payment.lastFour === undefined ? '–' : `•••• ${payment.lastFour}`,
      ...(areMatched ? [await orderCell(request, merchant, { link: link.id, ...payment })] : []),
    ]),
  )
  const pages = otherPages({
    path: linkPath(request, merchant, link.id),
    page,
    count: found.count,
    words,
  })
  const list = table({
    caption: words.payments,
    heads: areMatched ? [...heads, columns.order] : heads,
    ...{ rows, empty: words.noPayments },
  })
  const help = areMatched || rows.length === 0 ? '' : html`<p class="help">${words.markInAdmin}</p>`
  return card(html`${list}${help}${pages}`)
}

/** The order that it pays, or the way to match it to one. */
async function orderCell(
  request: UserRequest,
  merchant: string,
  payment: LinkPayment & { readonly link: number },
): Promise<Html> {
  if (payment.reference !== undefined) return orderOf(request, payment.reference)
  const words = linkWords[request.lang]
  return html`<a href="${linkPaymentPath(request, merchant, payment)}">${words.unmatched} <span class="hidden">(${payment.paymentId})</span></a>`
}
