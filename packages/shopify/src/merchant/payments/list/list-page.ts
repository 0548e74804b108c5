import { type Html, postButton } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import type { MerchantQueries } from '../../queries/merchant-queries'
import {
  isSessionId,
  listPath,
  PAYMENT_FILTERS,
  type PaymentQuery,
  readPaymentQuery,
} from '../../queries/payment-query'
import { answerPage } from '../../ui/shell'
import { linesOf } from './payment-line'
import { paymentTable } from './payment-table'

const PAGE = 25

/** GET /payments */
export async function listPage(request: AuthenticatedRequest, queries: MerchantQueries): Promise<Response> {
  const { messages, shop } = request
  const query = readPaymentQuery((name) => request.c.req.query(name))
  const isFindable = query.search === undefined || isSessionId(query.search)
  const found = isFindable ? await queries.payments(shop, query, PAGE + 1) : []
  const lines = await linesOf(queries, shop, found.slice(0, PAGE))
  const last = lines.at(-1)?.session.id
  const older = found.length > PAGE && last !== undefined ? listPath({ ...query, after: last }) : undefined
  return answerPage(request, {
    title: messages.list.title,
    shop,
    section: 'payments',
    body: html`<section class="card">${filters(request, query)}</section>
      <section class="card">${paymentTable(request, lines, messages.list.none)}${pages(request, query, older)}</section>
      <section class="card"><div class="row">${postButton('/payments/reconcile', messages.reconcile.button, 'secondary')}<p class="help">${messages.reconcile.help}</p></div></section>`,
  })
}

function filters({ messages }: AuthenticatedRequest, { search, state, mode }: PaymentQuery): Html {
  const { list } = messages
  const isAny = search !== undefined || state !== undefined || mode !== undefined
  const states = PAYMENT_FILTERS.map((name) => option(name, list.filters[name], name === state))
  const modes = (['live', 'test'] as const).map((name) => option(name, messages.modes[name], name === mode))
  return html`<form class="filters" method="get" action="/payments" role="search">
    <div class="field"><label for="q">${list.search}</label><input id="q" name="q" type="search" value="${search ?? ''}" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="q-help"></div>
    <div class="field"><label for="state">${list.state}</label><select id="state" name="state">${option('', list.all, false)}${states}</select></div>
    <div class="field"><label for="mode">${list.mode}</label><select id="mode" name="mode">${option('', list.all, false)}${modes}</select></div>
    <div class="row"><button class="primary" type="submit">${list.show}</button>${isAny ? html`<a href="/payments">${list.clear}</a>` : ''}</div>
    <p class="help" id="q-help">${list.searchHelp}</p>
  </form>`
}

const option = (value: string, text: string, chosen: boolean): Html =>
  html`<option value="${value}" ${chosen ? 'selected' : ''}>${text}</option>`

function pages(
  { messages }: AuthenticatedRequest,
  query: PaymentQuery,
  older: string | undefined,
): Html | '' {
  if (older === undefined && query.after === undefined) return ''
  const first = listPath({ ...query, after: undefined })
  return html`<nav class="row" aria-label="${messages.list.pages}">
    ${query.after === undefined ? '' : html`<a href="${first}">${messages.list.first}</a>`}
    ${older === undefined ? '' : html`<a href="${older}" rel="next">${messages.list.older}</a>`}
  </nav>`
}
