import { html } from 'hono/html'
import type { SessionRow } from '../../database'
import { badge, type Html, moment } from '../page/marks'
import { sessionPrice } from '../page/price-text'
import { table } from '../page/tables'
import type { ShopVisit } from '../page/visit'
import { MONEY_TONES, moneySessionState } from '../payments/money-session-state'
import { paymentPath } from '../payments/payment-query'
import { troubleWords } from '../payments/trouble-words'
import { decisionWords } from './decision-words'
import type { PaymentView } from './payment-view'

/** Refunds, captures and voids that Shopify asked for. */
export function moneyCard(visit: ShopVisit, { session, money }: PaymentView): Html {
  const { sessions: word, list } = visit.words
  const heads = [list.id, word.kind, list.time, `${list.amount}#`, list.state, word.reason, word.action]
  const rows = money.map((row) => cellsOf(visit, session, row))
  return html`<section class="card" aria-labelledby="money"><h2 id="money">${word.title}</h2>
    ${table({ caption: word.caption, heads, rows, empty: word.none })}</section>`
}

function cellsOf(visit: ShopVisit, payment: SessionRow, row: SessionRow): (Html | string)[] {
  const { words, lang } = visit
  const state = moneySessionState(row)
  const why = row.trouble === null ? (decisionWords(row, words) ?? '–') : troubleWords(row.trouble, words)
  return [
    html`<code>${row.id}</code>`,
    words.kinds[row.kind],
    moment(row.createdAt, lang),
    sessionPrice(row, lang),
    badge(words.sessionStates[state], MONEY_TONES[state]),
    why,
    state === 'pending' || state === 'stalled' ? askButton(visit, payment, row) : '–',
  ]
}

const askButton = ({ words }: ShopVisit, payment: SessionRow, { id, kind }: SessionRow): Html =>
  html`<form method="post" action="${paymentPath(payment.id)}/ask"><input type="hidden" name="session" value="${id}">
    <button class="secondary" type="submit" aria-label="${words.payment.askSession(words.kinds[kind])} ${id}">${words.sessions.action}</button></form>`
