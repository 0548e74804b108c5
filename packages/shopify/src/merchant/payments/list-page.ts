import { html } from 'hono/html'
import { type Html, postButton } from '../page/marks'
import { answerPage } from '../page/shell'
import type { ShopVisit } from '../page/visit'
import type { MerchantReads } from './merchant-reads'
import { linesOf } from './payment-line'
import { listPath, PAYMENT_FILTERS, type PaymentQuery, readPaymentQuery } from './payment-query'
import { paymentTable } from './payment-table'
import { isSessionId } from './session-id'

const PAGE = 25

/** GET /payments */
export async function listPage(visit: ShopVisit, reads: MerchantReads): Promise<Response> {
  const { words, shop } = visit
  const query = readPaymentQuery((name) => visit.context.req.query(name))
  const isFindable = query.search === undefined || isSessionId(query.search)
  const found = isFindable ? await reads.payments(shop, query, PAGE + 1) : []
  const lines = await linesOf(reads, shop, found.slice(0, PAGE))
  const last = lines.at(-1)?.session.id
  const older = found.length > PAGE && last !== undefined ? listPath({ ...query, after: last }) : undefined
  return answerPage(visit, {
    title: words.list.title,
    shop,
    section: 'payments',
    body: html`<section class="card">${filters(visit, query)}</section>
      <section class="card">${paymentTable(visit, lines, words.list.none)}${pages(visit, query, older)}</section>
      <section class="card"><div class="row">${postButton('/payments/reconcile', words.reconcile.button, 'secondary')}<p class="help">${words.reconcile.help}</p></div></section>`,
  })
}

function filters({ words }: ShopVisit, { search, state, mode }: PaymentQuery): Html {
  const { list } = words
  const isAny = search !== undefined || state !== undefined || mode !== undefined
  const states = PAYMENT_FILTERS.map((name) => option(name, list.filters[name], name === state))
  const modes = (['live', 'test'] as const).map((name) => option(name, words.modes[name], name === mode))
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

function pages({ words }: ShopVisit, query: PaymentQuery, older: string | undefined): Html | '' {
  if (older === undefined && query.after === undefined) return ''
  const first = listPath({ ...query, after: undefined })
  return html`<nav class="row" aria-label="${words.list.pages}">
    ${query.after === undefined ? '' : html`<a href="${first}">${words.list.first}</a>`}
    ${older === undefined ? '' : html`<a href="${older}" rel="next">${words.list.older}</a>`}
  </nav>`
}
