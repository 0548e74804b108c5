import type { PayoutRow } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { facts, table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { daysAsked, typeAsked } from './account-asked'
import { sellerWords } from './words'

/** The payout that the page is asked to open; undefined for none, and for what is no number of one. */
export function payoutAsked({ c }: UserRequest): number | undefined {
  const id = Number(c.req.query('payout'))
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

/** Its number, which opens what it paid, in the list as it is asked for now. */
export function payoutLink(request: UserRequest, merchant: string, id: number): Html {
  const query = { account: merchant, type: typeAsked(request), ...daysAsked(request), payout: String(id) }
  return html`<a href="${pathTo(request, '/sellers/payouts')}?${new URLSearchParams(query)}#payout"><code>${id}</code></a>`
}

/** What one payout paid, by transaction. Throws CraftgateError, also for one that is not the account's. */
export async function payoutDetails(request: UserRequest, merchant: string, id: number): Promise<Html> {
  const { commerce, lang } = request
  const words = sellerWords[lang]
  const found = await commerce.marketplace.payouts.find(merchant, id)
  const [kinds, destinations]: readonly Readonly<Record<string, string>>[] = [words.kinds, words.destinations]
  const rows = found.transactions.map(({ transactionId, transactionType = '', amount }) => [
    transactionId === undefined ? '–' : html`<code>${transactionId}</code>`,
    kinds?.[transactionType] ?? (transactionType || '–'),
    moneyText(amount, lang),
  ])
  const heads = [words.transaction, words.kind, `${words.amount}#`]
  const title = `${words.payout} ${id}`
  return html`<section class="card" aria-labelledby="payout"><h2 id="payout">${title}</h2>${facts([
    [words.payee, payeeOf(request, found)],
    ['IBAN', found.iban],
    [words.amount, moneyText(found.amount, lang)],
    [words.date, moment(found.startedAt, request)],
    [words.earnings, destinations?.[found.destination ?? ''] ?? found.destination],
    [words.description, found.description],
  ])}${table({ caption: title, heads, rows, empty: words.noTransactions })}</section>`
}

const payeeOf = (
  { lang }: UserRequest,
  { isSeller, name, payee }: Pick<PayoutRow, 'isSeller' | 'name' | 'payee'>,
): Html | string =>
  isSeller ? html`${name ?? ''} <code>${payee ?? '–'}</code>` : (name ?? sellerWords[lang].merchant)
