import { CraftgateError, type IncomingTransfer } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import { accountTitle, labelOf } from '../ui/account-name'
import { badge, moment, notice } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { otherPages, pageAsked } from '../ui/other-pages'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { reasonsText } from './reasons-text'
import { transferWords } from './words'

export const TRANSFER_TONES: Readonly<Record<IncomingTransfer['state'], Tone>> = {
  undecided: 'warn',
  confirmed: 'good',
  closed: 'calm',
}

export const transferPath = (request: UserRequest, merchant: string, id: number): string =>
  pathTo(request, `/transfers/${encodeURIComponent(merchant)}/${id}`)

/** GET /transfers: what came in, and what it may be for. */
export async function transfersPage(request: UserRequest): Promise<Response> {
  const { user, lang } = request
  const words = transferWords[lang]
  const lists = await Promise.all(user.merchants.map((merchant) => listOf(request, merchant)))
  return answerPage(request, {
    title: request.words.sections.transfers,
    section: 'transfers',
    done: words.done,
    body: html`<p class="soft">${words.lead}</p>${lists}`,
  })
}

/** An account that cannot be asked does not hide the others, and each is turned by itself. */
async function listOf(request: UserRequest, merchant: string): Promise<Html> {
  const { c, commerce, lang, user } = request
  const { shop } = user
  const words = transferWords[lang]
  const isTurned = (c.req.query('account') ?? user.merchants[0]) === merchant
  const page = isTurned ? pageAsked(request) : 1
  const found = await commerce.transfers
    .incoming({ merchant, shop, page: page - 1 })
    .catch((error: unknown) => {
      if (CraftgateError.is(error)) return error
      throw error
    })
  const title = accountTitle(request, merchant)
  if (CraftgateError.is(found)) {
    const tone = found.code === 'no-unpaid-orders' ? 'calm' : 'bad'
    return html`${title}${notice(found.merchantMessage[lang], tone)}`
  }
  const { columns } = request.words
  const heads = [
    columns.time,
    words.sender,
    words.description,
    `${columns.amount}#`,
    columns.state,
    words.suggestion,
  ]
  const rows = found.transfers.map((transfer) => rowOf(request, merchant, transfer))
  const path = pathTo(request, '/transfers')
  const pages = otherPages({ path, query: { account: merchant }, page, count: found.count, words })
  const help = rows.length === 0 ? html`<p class="help">${words.noneHelp}</p>` : ''
  return html`<section class="card" aria-label="${labelOf(request, merchant, words.caption)}">${title}${table({ caption: words.caption, heads, rows, empty: words.none })}${help}${pages}</section>`
}

function rowOf(
  request: UserRequest,
  merchant: string,
  { id, receivedAt, senderName, description, amount, state, matches }: IncomingTransfer,
): readonly (Html | string)[] {
  const { lang } = request
  const words = transferWords[lang]
  const [best] = matches
  const suggestion =
    best === undefined ? words.noSuggestion : `${best.order.number}: ${reasonsText(best, lang)}`
  return [
    html`<a href="${transferPath(request, merchant, id)}">${moment(receivedAt, request)}</a>`,
    senderName,
    description,
    moneyText(amount, lang),
    badge(words.states[state], TRANSFER_TONES[state]),
    state === 'undecided' ? suggestion : '–',
  ]
}
