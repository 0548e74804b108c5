import type { PaymentOperation } from '@craftgate-commerce/core'
import { operationView } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import { badge, moment } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { table } from '../ui/tables'
import { decimalText } from '../ui/texts'

export const STATE_TONES: Readonly<Record<PaymentOperation['state'], Tone>> = {
  planned: 'calm',
  unknown: 'warn',
  waiting: 'warn',
  done: 'good',
  failed: 'bad',
}

/** What was asked of Craftgate that moves money, also what went back by itself. */
export function operationsCard(request: UserRequest, payment: PanelPaymentDetail): Html {
  const { words, lang } = request
  const { operations: word, columns } = words
  const { currency } = payment.attempt.expected
  const rows = payment.operations.map((operation) => {
    const view = operationView(operation, lang)
    const error = [view.errorMessage, view.errorCode && `(${view.errorCode})`].filter(Boolean).join(' ')
    return [
      word.kinds[view.kind],
      decimalText(view.amount, currency, lang),
      view.cardAmount === undefined ? '–' : decimalText(view.cardAmount, currency, lang),
      badge(word.states[view.state], STATE_TONES[view.state]),
      moment(view.updatedAt, request),
      error || '–',
    ]
  })
  const heads = [word.kind, `${word.price}#`, `${word.card}#`, columns.state, columns.changed, word.remark]
  return html`<section class="card" aria-labelledby="operations"><h2 id="operations">${word.title}</h2>
    ${table({ caption: word.title, heads, rows, empty: word.none })}</section>`
}
