import { type CheckoutRecord, type CheckoutState, toDecimal } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { badge, type Html, moment, type Tone } from '../page/marks'
import { priceText } from '../page/price-text'
import { table } from '../page/tables'
import type { ShopVisit } from '../page/visit'
import { PAYMENT_TONES } from '../payments/payment-state'
import type { PaymentView } from './payment-view'

const TONES: Readonly<Record<CheckoutState, Tone>> = {
  created: 'calm',
  open: 'calm',
  review: 'warn',
  authorized: 'good',
  captured: 'good',
  expired: 'calm',
  refunding: 'warn',
  refunded: 'calm',
  'needs-review': 'warn',
}

/** How often the shopper tried, and what became of each. */
export function attemptsCard(visit: ShopVisit, view: PaymentView): Html {
  const { attempts: word, list, craftgate } = visit.words
  const isNoted = view.attempts.some((attempt) => noteOf(attempt) !== undefined)
  const rows = view.attempts.map((attempt) => {
    const { expected, paymentId, updatedAt } = attempt
    return [
      String(attempt.attempt),
      stateBadge(visit, view, attempt),
      priceText(toDecimal(expected), expected.currency, visit.lang),
      paymentId === undefined ? '–' : html`<code>${paymentId}</code>`,
      moment(updatedAt, visit.lang),
      ...(isNoted ? [noteOf(attempt) ?? '–'] : []),
    ]
  })
  const notes = isNoted ? [word.note] : []
  const heads = [word.attempt, list.state, `${list.amount}#`, craftgate.paymentId, word.changed, ...notes]
  return html`<section class="card" aria-labelledby="attempts"><h2 id="attempts">${word.title}</h2>
    ${table({ caption: word.caption, heads, rows, empty: word.none })}</section>`
}

/** Core's note says in English what went wrong with money that no order could take; elsewhere the state says it all. */
const noteOf = ({ state, note }: CheckoutRecord): string | undefined =>
  state === 'refunding' || state === 'refunded' || state === 'needs-review' ? note : undefined

/** An attempt stays authorized when it is captured or voided later; the page says one thing of it. */
function stateBadge({ words }: ShopVisit, { state }: PaymentView, attempt: CheckoutRecord): Html {
  const isOver = attempt.state === 'authorized' && (state === 'paid' || state === 'voided')
  if (isOver) return badge(words.states[state], PAYMENT_TONES[state])
  return badge(words.attempts.states[attempt.state], TONES[attempt.state])
}
