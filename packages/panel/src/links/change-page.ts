import type { PaymentLink } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { dayAt, zoneOf } from '../days/days'
import { may, type UserRequest } from '../http/panel-request'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { typedAmount } from '../ui/texts'
import { type FailedForm, linkFields } from './link-fields'
import { linkPath } from './links-page'
import { namedLink } from './named-link'
import { linkWords } from './words'

/** GET /links/:merchant/:id/change, and what a form that changed nothing is answered with. */
export async function changePage(request: UserRequest, failed?: FailedForm): Promise<Response> {
  if (!may(request, 'receive')) return notAllowedPage(request)
  const named = await namedLink(request)
  if (named === undefined) return missingPage(request)
  const { merchant, link } = named
  const words = linkWords[request.lang]
  const form = failed?.form ?? formOf(request, link)
  const path = linkPath(request, merchant, link.id)
  return answerPage(request, {
    title: words.change,
    section: 'links',
    status: failed === undefined ? 200 : 422,
    body: html`<p><a href="${path}">← ${words.toLink}</a></p>
      <section class="card" aria-label="${link.name}"><p class="soft">${words.changeHelp}</p>
      <form class="stack" method="post" action="${path}/change" autocomplete="off">
        ${linkFields(request, { form, wrong: failed?.wrong })}
        <label class="row"><input type="checkbox" name="open" ${form.get('open') === 'on' ? html`checked` : ''}> ${words.isOpen}</label>
        <div class="row"><button class="primary" type="submit">${words.save}</button></div>
      </form></section>`,
  })
}

/** A link as its form would say it. */
function formOf(
  { lang, host }: UserRequest,
  { name, description, price, installments, multiPayment, stock, expiresAt, isOpen }: PaymentLink,
) {
  return new URLSearchParams({
    name,
    description: description ?? '',
    price: typedAmount(price, lang),
    currency: price.currency,
    installments: String(Math.max(1, ...installments)),
    multiPayment: multiPayment === true ? 'on' : '',
    stock: stock === undefined ? '' : String(stock),
    until: expiresAt === undefined ? '' : dayAt(expiresAt, zoneOf(host)),
    open: isOpen ? 'on' : '',
  })
}
