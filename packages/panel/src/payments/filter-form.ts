import { CURRENCIES, knownMethods } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import { accountName } from '../ui/account-name'
import type { Html } from '../ui/html'
import { FILTERS, type Filter, type Looked, wrongAmounts } from './payment-query'

/** What the list of payments is searched and narrowed by, as it is now. */
export function filterForm(request: UserRequest, looked: Looked, accounts: readonly string[] = []): Html {
  const { lang } = request
  const { list } = request.words
  const { search, filter, method, account, customer, from, to } = looked
  const states = (Object.keys(FILTERS) as Filter[]).map((name) => [name, list.filters[name]] as const)
  const ways = knownMethods().map(({ name, label }) => [name, label[lang]] as const)
  const named = accountTexts(request, accounts)
  const select = (field: Omit<Select, 'all'>) => choice({ ...field, all: list.all })
  return html`<form class="card filters" method="post" action="${pathTo(request, '/find')}" role="search">
    <div class="field"><label for="q">${list.search}</label><input id="q" name="q" type="search" value="${search ?? ''}" maxlength="100" autocomplete="off" aria-describedby="q-help"></div>
    ${select({ name: 'state', label: list.state, options: states, chosen: filter })}
    ${select({ name: 'way', label: list.way, options: ways, chosen: method })}
    ${named.length > 1 ? select({ name: 'account', label: list.account, options: named, chosen: account }) : ''}
    ${dayField('from', list.from, from)}${dayField('to', list.to, to)}
    ${amountField(request, looked, 'least')}${amountField(request, looked, 'most')}
    ${choice({ name: 'currency', label: list.currency, options: CURRENCIES.map((code) => [code, code]), chosen: looked.currency })}
    ${customer === undefined ? '' : html`<div class="field"><span>${list.customer}</span><label><input type="checkbox" name="customer" value="${customer}" checked> ${list.customerOnly}</label></div>`}
    <button class="primary" type="submit">${list.show}</button>
    <p class="help" id="q-help">${list.searchHelp}</p><p class="help" id="amount-help">${list.amountHelp}</p></form>`
}

interface Select {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly chosen: string | undefined
  /** What stands first where none has to be chosen. */
  readonly all?: string
}

function choice({ name, label, options, chosen, all }: Select): Html {
  const option = ([value, text]: Select['options'][number]) =>
    html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${all === undefined ? '' : option(['', all])}${options.map(option)}</select></div>`
}

const dayField = (name: 'from' | 'to', label: string, day: string | undefined): Html =>
  html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="date" value="${day ?? ''}"></div>`

function amountField({ words: { list } }: UserRequest, looked: Looked, name: 'least' | 'most'): Html {
  const isWrong = wrongAmounts(looked).has(name)
  return html`<div class="field"><label for="${name}">${list[name]}</label><input id="${name}" name="${name}" type="text" inputmode="decimal" autocomplete="off" maxlength="20" value="${looked[name] ?? ''}" aria-describedby="amount-help ${name}-error" ${isWrong ? html`aria-invalid="true"` : ''}>
    <p class="error" id="${name}-error">${isWrong ? list.wrongAmount : ''}</p></div>`
}

/** Each with what it is called; several that are called alike are told apart by the end of their names. */
function accountTexts(request: UserRequest, accounts: readonly string[]) {
  const named = accounts.map((account) => [account, accountText(request, account)] as const)
  const alike = (text: string) => named.filter(([, other]) => other === text).length > 1
  return named.map(
    ([account, text]) => [account, alike(text) ? `${text} (${account.split(':').at(-1)})` : text] as const,
  )
}

/** "zerdali, live" of an account that is named after a merchant and an environment; else what the host calls it, or its own name. */
function accountText(request: UserRequest, account: string): string {
  const [named = ''] = account.split(':')
  if (request.host.accountNames?.[named] !== undefined) return accountName(request, named)
  const [, merchant = '', environment] = /^(.+):(live|sandbox)$/.exec(account) ?? []
  if (environment === undefined) return account
  const { list } = request.words
  const name = environment === 'live' ? list.live : list.test
  return request.user.merchants.length > 1 ? `${accountName(request, merchant)}, ${name}` : name
}
