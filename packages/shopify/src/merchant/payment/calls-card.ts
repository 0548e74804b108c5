import { html } from 'hono/html'
import { badge, type Html, moment, type Tone } from '../page/marks'
import { priceText } from '../page/price-text'
import { table } from '../page/tables'
import type { ShopVisit } from '../page/visit'
import type { PaymentView } from './payment-view'

type Call = PaymentView['calls'][number]

const TONES: Readonly<Record<Call['state'], Tone>> = {
  planned: 'calm',
  unknown: 'warn',
  waiting: 'warn',
  done: 'good',
  failed: 'bad',
}

/** What was asked of Craftgate that moves money, also what Shopify knows nothing of: money that went back by itself. */
export function callsCard({ words, lang }: ShopVisit, { calls, session }: PaymentView): Html {
  const { calls: word, kinds, sessions, list, attempts } = words
  const rows = calls.map((call) => [
    kinds[call.kind],
    priceText(call.amount, session.currency ?? '', lang),
    badge(word.states[call.state], TONES[call.state]),
    moment(call.updatedAt, lang),
    remark(call, word),
  ])
  const heads = [sessions.kind, `${list.amount}#`, list.state, attempts.changed, attempts.note]
  return html`<section class="card" aria-labelledby="calls"><h2 id="calls">${word.title}</h2>
    ${table({ caption: word.caption, heads, rows, empty: word.none })}</section>`
}

function remark(call: Call, word: ShopVisit['words']['calls']): string {
  const error = call.errorMessage ?? call.errorCode
  const parts = [
    call.cancelled === true ? word.cancelled : undefined,
    call.refundIds ? word.refundIds(call.refundIds) : undefined,
    error && call.errorCode !== undefined && error !== call.errorCode
      ? `${error} (${call.errorCode})`
      : error,
  ]
  return parts.filter((part) => part !== undefined).join(' ') || '–'
}
