import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import type { PanelPayment } from '../panel-host'
import { orderLink, paymentPath } from '../payments/payment-table'
import { moment, postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { LIST_SIZE, otherPages, pageAsked } from '../ui/other-pages'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { applicationsCard } from './applications-card'
import { loanWords } from './words'

/** GET /loans: what lenders granted, waiting for the merchant, and how the others stand. */
export async function loansPage(request: UserRequest): Promise<Response> {
  const { host, user, lang, words } = request
  const loans = loanWords[lang]
  const page = pageAsked(request)
  const query = { states: ['open'], waitsFor: 'loan-approval', limit: LIST_SIZE } as const
  const found = await host.payments(user).page({ ...query, offset: (page - 1) * LIST_SIZE })
  const { columns } = words
  const heads = [columns.time, columns.order, `${columns.amount}#`, columns.craftgate, loans.decide]
  const rows = found.payments.map((payment) => rowOf(request, payment))
  const path = pathTo(request, '/loans')
  return answerPage(request, {
    title: words.sections.loans,
    section: 'loans',
    done: loans.done,
    body: html`<div class="head"><p class="soft">${loans.lead}</p>
        ${may(request, 'settle') ? html`<p><a class="button secondary" href="${path}/limit">${loans.limit}</a></p>` : ''}</div>
      <section class="card" aria-label="${loans.caption}">${table({ caption: loans.caption, heads, rows, empty: loans.none })}
      ${otherPages({ path, page, count: found.count, words: loans })}</section>
      ${await applicationsCard(request)}`,
  })
}

function rowOf(request: UserRequest, payment: PanelPayment): readonly (Html | string)[] {
  const { lang } = request
  const { reference, attempt } = payment
  const loans = loanWords[lang]
  const path = pathTo(request, `/loans/${encodeURIComponent(reference)}`)
  return [
    html`<a href="${paymentPath(request, reference)}">${moment(attempt.stateSince, request)}</a>`,
    orderLink(request, payment),
    moneyText(attempt.expected, lang),
    html`<code>${attempt.paymentIds.join(', ')}</code>`,
    html`<div class="row">${may(request, 'capture', attempt) ? postButton(`${path}/approve`, loans.approve, 'primary') : ''}${may(request, 'settle') ? postButton(`${path}/verify`, loans.verify, 'secondary') : ''}</div>`,
  ]
}
