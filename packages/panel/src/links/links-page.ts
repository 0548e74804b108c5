import { randomUUID } from 'node:crypto'
import { CraftgateError, type CurrencyCode, type PaymentLink } from '@craftgate-commerce/core'
import { CURRENCIES } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { badge, type Html, notice } from '../ui/components'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import type { LinkField } from './link-form'
import { linkWords } from './words'

interface Failed {
  readonly form: URLSearchParams
  readonly wrong: ReadonlySet<LinkField>
}

const DEFAULTS: Readonly<Partial<Record<string, string>>> = { installments: '1' }

export const linkPath = (request: UserRequest, merchant: string, id: number): string =>
  pathTo(request, `/links/${encodeURIComponent(merchant)}/${id}`)

/** GET /links, and what a form that made no link is answered with. */
export async function linksPage(request: UserRequest, failed?: Failed): Promise<Response> {
  const { user, lang } = request
  const words = linkWords[lang]
  const lists = await Promise.all(user.merchants.map((merchant) => listOf(request, merchant)))
  return answerPage(request, {
    title: request.words.sections.links,
    section: 'links',
    done: words.done,
    status: failed === undefined ? 200 : 422,
    body: html`<p class="soft">${words.lead}</p>${lists}${may(request, 'receive') ? newLink(request, failed) : ''}`,
  })
}

/** An account that cannot be asked does not hide the others. */
async function listOf(request: UserRequest, merchant: string): Promise<Html> {
  const { c, commerce, lang, user, words } = request
  const page = Math.max(0, Number(c.req.query('page') ?? 1) - 1) || 0
  const found = await commerce.paymentLinks.search(merchant, page).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  const title = user.merchants.length > 1 ? html`<h2>${merchant}</h2>` : ''
  if (CraftgateError.is(found)) return html`${title}${notice(found.merchantMessage[lang], 'bad')}`
  const rows = found.links.map((link) => rowOf(request, merchant, link))
  const links = linkWords[lang]
  const { columns } = words
  const heads = [links.name, `${columns.amount}#`, columns.state, links.sold]
  return html`<section class="card" aria-label="${links.caption}">${title}${table({ caption: links.caption, heads, rows, empty: links.none })}</section>`
}

function rowOf(request: UserRequest, merchant: string, link: PaymentLink): readonly (Html | string)[] {
  const words = linkWords[request.lang]
  const { open, closed } = words.state
  return [
    html`<a href="${linkPath(request, merchant, link.id)}">${link.name}</a>`,
    moneyText(link.price, request.lang),
    link.isOpen ? badge(open, 'good') : badge(closed, 'calm'),
    words.soldOf(link.soldCount, link.stock),
  ]
}

function newLink(request: UserRequest, failed: Failed | undefined): Html {
  const { user, lang } = request
  const words = linkWords[lang]
  const merchants = user.merchants
  const typed = (name: string, otherwise = '') => failed?.form.get(name) ?? otherwise
  const currency = (code: CurrencyCode) =>
    html`<option value="${code}" ${code === typed('currency', 'TRY') ? html`selected` : ''}>${code}</option>`
  const merchant = (name: string) =>
    html`<option value="${name}" ${name === typed('merchant') ? html`selected` : ''}>${name}</option>`
  const text = (name: LinkField | 'description', help = '', mode = 'text') =>
    field(request, { name, help, mode, value: typed(name, DEFAULTS[name]), wrong: failed?.wrong })
  return html`<section class="card" aria-labelledby="new-link"><h2 id="new-link">${words.newLink}</h2>
    <form class="stack" method="post" action="${pathTo(request, '/links')}" autocomplete="off">
      <input type="hidden" name="once" value="${typed('once', randomUUID())}">
      ${text('name', words.nameHelp)}${text('price', words.priceHelp, 'decimal')}
      <div class="field"><label for="currency">${words.currency}</label><select id="currency" name="currency">${CURRENCIES.map(currency)}</select></div>
      ${text('description')}${text('installments', '', 'numeric')}${text('stock', '', 'numeric')}${text('days', '', 'numeric')}
      ${merchants.length > 1 ? html`<div class="field"><label for="merchant">${words.merchant}</label><select id="merchant" name="merchant">${merchants.map(merchant)}</select></div>` : ''}
      <div class="row"><button class="primary" type="submit">${words.make}</button></div>
    </form></section>`
}

interface Field {
  readonly name: LinkField | 'description'
  readonly help: string
  readonly mode: string
  readonly value: string
  readonly wrong: ReadonlySet<string> | undefined
}

function field({ lang }: UserRequest, { name, help, mode, value, wrong }: Field): Html {
  const words = linkWords[lang]
  const isWrong = wrong?.has(name) ?? false
  const error = isWrong && name !== 'description' ? words.wrong[name] : ''
  return html`<div class="field"><label for="${name}">${words[name]}</label>
    <input id="${name}" name="${name}" type="text" inputmode="${mode}" value="${value}" maxlength="1000" aria-describedby="${name}-help ${name}-error" ${isWrong ? html`aria-invalid="true"` : ''}>
    <p class="help" id="${name}-help">${help}</p><p class="error" id="${name}-error">${error}</p></div>`
}
