import { type CheckoutRecord, type Localized, toDecimal } from '@craftgate-commerce/core'
import { noteIn } from '@craftgate-commerce/core/adapter'
import { badge, decimalText, type Html, STATE_TONES, table } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { moment } from '../../ui/moment'
import { PAYMENT_VARIANTS } from '../list/payment-status'
import type { PaymentView } from './payment-view'

/** How often the shopper tried, and what became of each. */
export function attemptsCard(request: AuthenticatedRequest, view: PaymentView): Html {
  const { attempts: word, list, craftgate } = request.messages
  const hasNotes = view.attempts.some((attempt) => noteOf(attempt) !== undefined)
  const rows = view.attempts.map((attempt) => {
    const { expected, paymentIds, updatedAt } = attempt
    return [
      String(attempt.attempt),
      statusBadge(request, view, attempt),
      decimalText(toDecimal(expected), expected.currency, request.lang),
      paymentIds.length === 0 ? '–' : html`<code>${paymentIds.join(', ')}</code>`,
      moment(updatedAt, request.lang),
      ...(hasNotes ? [noteOf(attempt)?.[request.lang] ?? '–'] : []),
    ]
  })
  const events = hasNotes ? [word.note] : []
  const heads = [word.attempt, list.state, `${list.amount}#`, craftgate.paymentId, word.changed, ...events]
  return html`<section class="card" aria-labelledby="attempts"><h2 id="attempts">${word.title}</h2>
    ${table({ caption: word.caption, heads, rows, empty: word.none })}</section>`
}

/** Core's note says what went wrong with money that no order could take; elsewhere the state says it all. */
const noteOf = ({ state, note }: CheckoutRecord): Localized | undefined =>
  note !== undefined && (state === 'refunding' || state === 'refunded' || state === 'needs-review')
    ? noteIn(note)
    : undefined

/** An attempt stays authorized when it is captured or voided later; the page says one thing of it. */
function statusBadge(
  { messages }: AuthenticatedRequest,
  { state }: PaymentView,
  attempt: CheckoutRecord,
): Html {
  const isOver = attempt.state === 'authorized' && (state === 'paid' || state === 'voided')
  if (isOver) return badge(messages.states[state], PAYMENT_VARIANTS[state])
  return badge(messages.attempts.states[attempt.state], STATE_TONES[attempt.state])
}
