import { randomUUID } from 'node:crypto'
import { CraftgateError, type PaymentLink } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { accountName, accountTitle, labelOf } from '../ui/account-name'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { otherPages, pageAsked } from '../ui/other-pages'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { type FailedForm, linkFields } from './link-fields'
import { linkState } from './link-state'
import { linkWords } from './words'

const EMPTY = { installments: '1', currency: 'TRY' }

export const linkPath = (request: UserRequest, merchant: string, id: number): string =>
  pathTo(request, `/links/${encodeURIComponent(merchant)}/${id}`)

/** GET /links, and what a form that made no link is answered with. */
export async function linksPage(request: UserRequest, failed?: FailedForm): Promise<Response> {
  const { user, lang } = request
  const words = linkWords[lang]
  const lists = await Promise.all(user.merchants.map((merchant) => listOf(request, merchant)))
  return answerPage(request, {
    title: request.words.sections.links,
    section: 'links',
    done: words.done,
    status: failed === undefined ? 200 : 422,
    body: html`<p class="soft">${words.lead}</p>${searchForm(request)}${lists}${may(request, 'receive') ? newLink(request, failed) : ''}`,
  })
}

const nameAsked = ({ c }: UserRequest): string => (c.req.query('q') ?? '').trim().slice(0, 100)

function searchForm(request: UserRequest): Html {
  const words = linkWords[request.lang]
  return html`<form class="card filters" method="get" action="${pathTo(request, '/links')}" role="search">
    <div class="field"><label for="q">${words.searchIn}</label><input id="q" name="q" type="search" value="${nameAsked(request)}" maxlength="100" autocomplete="off"></div>
    <button class="secondary" type="submit">${words.search}</button></form>`
}

/** An account that cannot be asked does not hide the others, and each is turned by itself. */
async function listOf(request: UserRequest, merchant: string): Promise<Html> {
  const { c, commerce, lang, user, words } = request
  const isTurned = (c.req.query('account') ?? user.merchants[0]) === merchant
  const page = isTurned ? pageAsked(request) : 1
  const name = nameAsked(request)
  const query = { page: page - 1, ...(name !== '' && { name }) }
  const found = await commerce.paymentLinks.search(merchant, query).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  const title = accountTitle(request, merchant)
  if (CraftgateError.is(found)) return html`${title}${notice(found.merchantMessage[lang], 'bad')}`
  const rows = found.links.map((link) => rowOf(request, merchant, link))
  const links = linkWords[lang]
  const { columns } = words
  const heads = [links.name, `${columns.amount}#`, columns.state, links.sold, links.inStock]
  const path = pathTo(request, '/links')
  const turned = { account: merchant, ...(name !== '' && { q: name }) }
  const pages = otherPages({ path, query: turned, page, count: found.count, words: links })
  return html`<section class="card" aria-label="${labelOf(request, merchant, links.caption)}">${title}${table({ caption: links.caption, heads, rows, empty: name === '' ? links.none : links.noneFound })}${pages}</section>`
}

function rowOf(request: UserRequest, merchant: string, link: PaymentLink): readonly (Html | string)[] {
  const words = linkWords[request.lang]
  return [
    html`<a href="${linkPath(request, merchant, link.id)}">${link.name}</a>`,
    moneyText(link.price, request.lang),
    linkState(request, link),
    words.soldTimes(link.soldCount),
    link.stock === undefined ? '–' : String(link.stock),
  ]
}

function newLink(request: UserRequest, failed: FailedForm | undefined): Html {
  const { user, lang } = request
  const words = linkWords[lang]
  const typed = (name: string) => failed?.form.get(name)
  const merchant = (name: string) =>
    html`<option value="${name}" ${name === typed('merchant') ? html`selected` : ''}>${accountName(request, name)}</option>`
  return html`<section class="card" aria-labelledby="new-link"><h2 id="new-link">${words.newLink}</h2>
    <form class="stack" method="post" action="${pathTo(request, '/links')}" autocomplete="off">
      <input type="hidden" name="once" value="${typed('once') ?? randomUUID()}">
      ${linkFields(request, { form: failed?.form ?? new URLSearchParams(EMPTY), wrong: failed?.wrong })}
      ${user.merchants.length > 1 ? html`<div class="field"><label for="merchant">${words.merchant}</label><select id="merchant" name="merchant">${user.merchants.map(merchant)}</select></div>` : ''}
      <div class="row"><button class="primary" type="submit">${words.make}</button></div>
    </form></section>`
}
