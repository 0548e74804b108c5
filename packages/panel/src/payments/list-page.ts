import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import type { Html } from '../ui/components'
import { answerPage } from '../ui/shell'
import { filterForm } from './filter-form'
import { addressOf, type Looked, PAGE_SIZE, queryOf, readLooked, wrongAmounts } from './payment-query'
import { paymentTable } from './payment-table'

/** GET /: every payment, newest first, with search and filter. */
export async function listPage(request: UserRequest): Promise<Response> {
  const { c, host, user, words } = request
  const looked = readLooked((name) => c.req.query(name))
  const shop = host.payments(user)
  const { accounts } = shop
  const { payments, count } = await shop.page(queryOf(looked, { timeZone: host.timeZone, accounts }))
  return answerPage(request, {
    title: words.list.title,
    section: 'payments',
    status: wrongAmounts(looked).size > 0 ? 422 : 200,
    body: html`${filterForm(request, looked, accounts)}
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
