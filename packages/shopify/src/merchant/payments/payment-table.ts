import { html } from 'hono/html'
import { badge, type Html, modeBadge, moment } from '../page/marks'
import { sessionPrice } from '../page/price-text'
import { table } from '../page/tables'
import type { ShopVisit } from '../page/visit'
import type { Words } from '../words'
import type { PaymentLine } from './payment-line'
import { paymentPath } from './payment-query'
import { PAYMENT_TONES, type PaymentState } from './payment-state'

/** Payments as a table: of the overview and of the list. */
export function paymentTable(visit: ShopVisit, lines: readonly PaymentLine[], empty: string): Html {
  const { list } = visit.words
  return table({
    caption: list.caption,
    heads: [list.id, list.time, `${list.amount}#`, list.state, list.after, list.mode],
    rows: lines.map((line) => cellsOf(visit, line)),
    empty,
  })
}

function cellsOf(
  { words, lang }: ShopVisit,
  { session, state, followed, troubled }: PaymentLine,
): (Html | string)[] {
  return [
    html`<a href="${paymentPath(session.id)}"><code>${session.id}</code></a>`,
    moment(session.createdAt, lang),
    sessionPrice(session, lang),
    stateCell(words, state, troubled),
    followed.map((row) => afterwards(row, { words, lang })).join(', ') || '–',
    modeBadge(session.mode, words),
  ]
}

/** A state that says the trouble itself needs no mark. */
function stateCell({ states, list }: Words, state: PaymentState, troubled: boolean): Html {
  const isMarked = troubled && state !== 'stalled' && state !== 'refused'
  return html`${badge(states[state], PAYMENT_TONES[state])}${isMarked ? html` ${badge(list.trouble, 'bad')}` : ''}`
}

function afterwards(
  row: PaymentLine['followed'][number],
  { words, lang }: Pick<ShopVisit, 'words' | 'lang'>,
) {
  return row.kind === 'payment' ? '' : words.followed[row.kind](sessionPrice(row, lang))
}
