import { LOAN_METHODS, type LoanState, loanStateOf, paymentMethod } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import type { PanelPayment } from '../panel-host'
import { orderLink, paymentPath } from '../payments/payment-table'
import { badge, moment } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { placeText, readPlace } from '../ui/list-place'
import { LIST_SIZE, otherPages, pageAsked } from '../ui/other-pages'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { loanWords } from './words'

const TONES: Readonly<Record<LoanState, Tone>> = {
  open: 'calm',
  approval: 'warn',
  taken: 'good',
  refused: 'bad',
  ended: 'calm',
}

/** Every purchase that was to be paid by a shopping loan, newest first, as our records tell how the lender answered. */
export async function applicationsCard(request: UserRequest): Promise<Html> {
  const { c, host, user, words } = request
  const loans = loanWords[request.lang]
  const page = pageAsked(request, 'all')
  const before = readPlace(c.req.query('before'))
  const query = { states: [], methods: LOAN_METHODS, before, limit: LIST_SIZE } as const
  const { payments, count, end } = await host
    .payments(user)
    .page({ ...query, offset: (page - 1) * LIST_SIZE })
  const { columns } = words
  const heads = [columns.time, columns.order, `${columns.amount}#`, loans.lender, columns.state]
  const path = pathTo(request, '/loans')
  const rows = payments.map((payment) => rowOf(request, payment))
  const kept = before && { before: placeText(before) }
  return html`<section class="card" aria-labelledby="applications"><h2 id="applications">${loans.applications}</h2><p class="help">${loans.applicationsHelp}</p>
    ${table({ caption: loans.applications, heads, rows, empty: loans.noApplications })}${otherPages({ path, name: 'all', query: kept, page, count, words: loans })}
    ${end === undefined ? '' : html`<p><a class="button secondary" href="${path}?before=${placeText(end)}">${words.list.further}</a></p>`}</section>`
}

function rowOf(request: UserRequest, payment: PanelPayment): readonly (Html | string)[] {
  const { lang } = request
  const { reference, attempt } = payment
  const state = loanStateOf(attempt)
  return [
    html`<a href="${paymentPath(request, reference)}">${moment(attempt.createdAt, request)}</a>`,
    orderLink(request, payment),
    moneyText(attempt.expected, lang),
    paymentMethod(attempt.method)?.label[lang] ?? '–',
    badge(loanWords[lang].states[state], TONES[state]),
  ]
}
