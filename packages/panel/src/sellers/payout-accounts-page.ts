import { randomUUID } from 'node:crypto'
import { CraftgateError, type PayoutAccount } from '@craftgate-commerce/core'
import { CURRENCIES } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { accountName } from '../ui/account-name'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { otherPages, pageAsked } from '../ui/other-pages'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { accountAsked } from './account-asked'
import { payoutAccountWords } from './payout-account-words'
import { sellerWords } from './words'

export const payoutAccountsPath = (request: UserRequest, merchant: string): string =>
  pathTo(request, `/sellers/accounts/${encodeURIComponent(merchant)}`)

/** What was typed and cannot be sent so. */
export interface WrongAccount {
  readonly form: URLSearchParams
  readonly wrong: ReadonlySet<string>
  readonly refused?: CraftgateError
}

/** The account that the path or the address names, of those that the user works with. */
export function merchantNamed(request: UserRequest): string | undefined {
  const named = request.c.req.param('account')
  return named === undefined
    ? accountAsked(request)
    : request.user.merchants.find((merchant) => merchant === named)
}

/** GET /sellers/accounts: where earnings in a foreign currency go, the shop's own and each seller's. */
export async function answerAccounts(
  request: UserRequest,
  merchant: string,
  typed?: WrongAccount,
): Promise<Response> {
  const { lang } = request
  const words = payoutAccountWords[lang]
  return answerPage(request, {
    title: words.title,
    section: 'sellers',
    done: words.done,
    status: typed ? 422 : 200,
    body: html`<p><a href="${pathTo(request, '/sellers')}">← ${sellerWords[lang].toSellers}</a></p>
      <p class="soft">${words.lead}</p>${accountChoice(request, merchant)}
      ${typed?.refused ? notice(typed.refused.merchantMessage[lang], 'bad') : ''}
      ${await listOf(request, merchant)}${may(request, 'configure') ? newAccount(request, merchant, typed) : ''}`,
  })
}

function accountChoice(request: UserRequest, merchant: string): Html | '' {
  const { user } = request
  if (user.merchants.length < 2) return ''
  const { account, show } = sellerWords[request.lang]
  const option = (name: string) =>
    html`<option value="${name}" ${name === merchant ? html`selected` : ''}>${accountName(request, name)}</option>`
  return html`<form class="row" method="get" action="${pathTo(request, '/sellers/accounts')}">
    <div class="field"><label for="account">${account}</label><select id="account" name="account">${user.merchants.map(option)}</select></div>
    <button class="secondary" type="submit">${show}</button></form>`
}

async function listOf(request: UserRequest, merchant: string): Promise<Html> {
  const { commerce, lang } = request
  const words = payoutAccountWords[lang]
  const page = pageAsked(request)
  const found = await commerce.marketplace.payoutAccounts
    .search(merchant, { page: page - 1 })
    .catch((error: unknown) => {
      if (CraftgateError.is(error)) return error
      throw error
    })
  if (CraftgateError.is(found)) return notice(found.merchantMessage[lang], 'bad')
  const rows = found.accounts.map((account) => rowOf(request, merchant, account))
  const heads = [words.number, words.owner, words.currency, words.externalId]
  const path = pathTo(request, '/sellers/accounts')
  return html`<section class="card" aria-label="${words.title}">
    ${table({ caption: words.title, heads, rows, empty: words.none })}
    ${otherPages({ path, query: { account: merchant }, page, count: found.count, words: sellerWords[lang] })}</section>`
}

function rowOf(request: UserRequest, merchant: string, account: PayoutAccount): readonly (Html | string)[] {
  const words = payoutAccountWords[request.lang]
  const { id, seller, currency = '–', externalAccountId = '–', type } = account
  const change = html` <a href="${payoutAccountsPath(request, merchant)}/${id}?${new URLSearchParams({ externalAccountId })}">${words.change} <span class="hidden">${id}</span></a>`
  return [
    html`<code>${id}</code>`,
    seller === undefined ? sellerWords[request.lang].merchant : html`<code>${seller}</code>`,
    currency,
    html`<code>${externalAccountId}</code> ${type ?? ''}${may(request, 'configure') ? change : ''}`,
  ]
}

function newAccount(request: UserRequest, merchant: string, typed: WrongAccount | undefined): Html {
  const words = payoutAccountWords[request.lang]
  const value = (name: string) => typed?.form.get(name) ?? ''
  const error = (name: 'seller' | 'externalAccountId' | 'currency') =>
    typed?.wrong.has(name) ? words.wrong[name] : ''
  const option = (code: string) =>
    html`<option value="${code}" ${(value('currency') || 'USD') === code ? html`selected` : ''}>${code}</option>`
  return html`<section class="card" aria-labelledby="new"><h2 id="new">${words.add}</h2>
    <form class="stack" method="post" action="${payoutAccountsPath(request, merchant)}" autocomplete="off">
      <input type="hidden" name="once" value="${value('once') || randomUUID()}">
      ${textField({ name: 'externalAccountId', label: words.externalId, value: value('externalAccountId'), help: words.externalIdHelp, error: error('externalAccountId') })}
      <div class="field"><label for="currency">${words.currency}</label><select id="currency" name="currency" aria-describedby="currency-error">${CURRENCIES.map(option)}</select><p class="error" id="currency-error">${error('currency')}</p></div>
      ${textField({ name: 'seller', label: words.seller, value: value('seller'), help: words.sellerHelp, error: error('seller') })}
      <div class="row"><button class="primary" type="submit">${words.add}</button></div>
    </form></section>`
}

interface TextField {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly help: string
  readonly error: string
}

export const textField = ({ name, label, value, help, error }: TextField): Html =>
  html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" value="${value}" maxlength="100" aria-describedby="${name}-help ${name}-error" ${error === '' ? '' : html`aria-invalid="true"`}><p class="help" id="${name}-help">${help}</p><p class="error" id="${name}-error">${error}</p></div>`
