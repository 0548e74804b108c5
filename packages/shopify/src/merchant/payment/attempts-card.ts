import { type CheckoutState, toDecimal } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { badge, type Html, moment, type Tone } from '../page/marks'
import { priceText } from '../page/price-text'
import { table } from '../page/tables'
import type { ShopVisit } from '../page/visit'
import type { PaymentView } from './payment-view'

const TONES: Readonly<Record<CheckoutState, Tone>> = {
  created: 'calm',
  open: 'calm',
  review: 'warn',
  authorized: 'good',
  captured: 'good',
  expired: 'calm',
  returning: 'warn',
  returned: 'calm',
  kept: 'warn',
}

/** How often the shopper tried, and what became of each. */
export function attemptsCard({ words, lang }: ShopVisit, { attempts }: PaymentView): Html {
  const { attempts: word, list, craftgate } = words
  const rows = attempts.map(({ attempt, state, expected, paymentId, updatedAt, note }) => [
    String(attempt),
    badge(word.states[state], TONES[state]),
    priceText(toDecimal(expected), expected.currency, lang),
    paymentId === undefined ? '–' : html`<code>${paymentId}</code>`,
    moment(updatedAt, lang),
    note ?? '–',
  ])
  const heads = [word.attempt, list.state, `${list.amount}#`, craftgate.paymentId, word.changed, word.note]
  return html`<section class="card" aria-labelledby="attempts"><h2 id="attempts">${word.title}</h2>
    ${table({ caption: word.caption, heads, rows, empty: word.none })}</section>`
}
