import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import type { Html } from '../ui/components'
import { answerPage } from '../ui/shell'
import { addressOf, FILTERS, type Filter, type Looked, PAGE_SIZE, queryOf, readLooked } from './payment-query'
import { paymentTable } from './payment-table'

/** GET /: every payment, newest first, with search and filter. */
export async function listPage(request: UserRequest): Promise<Response> {
  const { c, host, user, words } = request
  const looked = readLooked((name) => c.req.query(name))
  const { payments, count } = await host.payments(user).page(queryOf(looked, host))
  return answerPage(request, {
    title: words.list.title,
    section: 'payments',
    body: html`${filters(request, looked)}
      <section class="card" aria-label="${words.list.caption}">${paymentTable(request, payments, words.list.none)}${pages(request, looked, count)}</section>`,
  })
}

/** A customer of no shop's. */
const NOBODY = 'nobody'

/**
 * POST /find: leads to the list with what was asked for. An e-mail address stands in no address of a page, so that it
 * reaches neither a log nor the browser's history.
 */
export async function find(request: UserRequest): Promise<Response> {
  const { c, host, user } = request
  const form = await c.req.formData()
  const { search, ...looked } = readLooked((name) => String(form.get(name) ?? ''))
  const email = search?.includes('@') ? search : undefined
  const customer =
    email === undefined ? looked.customer : ((await host.payments(user).customerOf?.(email)) ?? NOBODY)
  const address = addressOf({ ...looked, customer, ...(email === undefined && { search }), page: 1 })
  return c.redirect(`${pathTo(request, '/')}${address}`, 303)
}

function filters(request: UserRequest, { search, filter, customer, from, to }: Looked): Html {
  const { list } = request.words
  const option = (name: Filter) =>
    html`<option value="${name}" ${name === filter ? html`selected` : ''}>${list.filters[name]}</option>`
  return html`<form class="card filters" method="post" action="${pathTo(request, '/find')}" role="search">
    <div class="field"><label for="q">${list.search}</label><input id="q" name="q" type="search" value="${search ?? ''}" maxlength="100" autocomplete="off" aria-describedby="q-help"></div>
    <div class="field"><label for="state">${list.state}</label><select id="state" name="state"><option value="">${list.all}</option>${(Object.keys(FILTERS) as Filter[]).map(option)}</select></div>
    ${dayField('from', list.from, from)}${dayField('to', list.to, to)}
    ${customer === undefined ? '' : html`<div class="field"><span>${list.customer}</span><label><input type="checkbox" name="customer" value="${customer}" checked> ${list.customerOnly}</label></div>`}
    <button class="primary" type="submit">${list.show}</button>
    <p class="help" id="q-help">${list.searchHelp}</p></form>`
}

const dayField = (name: 'from' | 'to', label: string, day: string | undefined): Html =>
  html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="date" value="${day ?? ''}"></div>`

function pages(request: UserRequest, looked: Looked, count: number): Html {
  const { words, lang } = request
  const { page } = looked
  const to = (other: number, text: string) =>
    html`<a class="button secondary" href="${pathTo(request, '/')}${addressOf({ ...looked, page: other })}">${text}</a>`
  const last = Math.ceil(count / PAGE_SIZE)
  const csv = `${pathTo(request, '/payments.csv')}${addressOf({ ...looked, page: 1 })}`
  return html`<nav class="row" aria-label="${words.list.pages}"><p class="soft">${words.list.count(count, lang)}</p>
    ${page > 1 ? to(page - 1, words.list.newer) : ''}${page < last ? to(page + 1, words.list.older) : ''}
    ${count > 0 ? html`<a href="${csv}">${words.list.csv}</a>` : ''}</nav>`
}
