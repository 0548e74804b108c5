import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import type { PaymentPage } from '../panel-host'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { answerPage } from '../ui/shell'
import { filterForm } from './filter-form'
import { addressOf, type Looked, PAGE_SIZE, queryOf, readLooked, wrongAmounts } from './payment-query'
import { paymentTable } from './payment-table'

/** GET /: every payment, newest first, with search and filter. */
export async function listPage(request: UserRequest): Promise<Response> {
  const { c, host, user, words } = request
  const looked = readLooked((name) => c.req.query(name))
  const shop = host.payments(user)
  const accounts = await shop.accounts?.()
  const found = await shop.page(queryOf(looked, { timeZone: host.timeZone, accounts }))
  return answerPage(request, {
    title: words.list.title,
    section: 'payments',
    status: wrongAmounts(looked).size > 0 ? 422 : 200,
    body: html`${filterForm(request, looked, accounts)}
      <section class="card" aria-label="${words.list.caption}">${paymentTable(request, found.payments, words.list.none)}${pages(request, looked, found)}</section>`,
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
  const asked = { ...looked, customer, ...(email === undefined && { search }) }
  const address = addressOf({ ...asked, before: undefined, page: 1 })
  return c.redirect(`${pathTo(request, '/')}${address}`, 303)
}

function pages(request: UserRequest, looked: Looked, { count, end }: PaymentPage): Html {
  const { words, lang } = request
  const { list } = words
  const { page, before } = looked
  const to = (other: Partial<Looked>, text: string) =>
    html`<a class="button secondary" href="${pathTo(request, '/')}${addressOf({ ...looked, page: 1, ...other })}">${text}</a>`
  const last = Math.ceil(count / PAGE_SIZE)
  const csv = `${pathTo(request, '/payments.csv')}${addressOf({ ...looked, before: undefined, page: 1 })}`
  const hasAny = count > 0 || end !== undefined || before !== undefined
  return html`<nav class="row" aria-label="${list.pages}"><p class="soft">${list.count(count, lang)}</p>
    ${page > 1 ? to({ page: page - 1 }, list.newer) : ''}${page < last ? to({ page: page + 1 }, list.older) : ''}
    ${hasAny ? html`<a href="${csv}">${list.csv}</a>` : ''}</nav>
    ${end || before ? html`<div class="row">${end ? html`<p class="soft">${list.lookedTo} ${moment(end.at, request)}</p>` : ''}${end ? to({ before: end }, list.further) : ''}${before ? to({ before: undefined }, list.newest) : ''}</div>` : ''}`
}
