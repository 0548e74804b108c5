import { badge, decimalText, type Html, type Tone, table } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { moment } from '../../ui/moment'
import type { PaymentView } from './payment-view'

type OperationView = PaymentView['operations'][number]

const VARIANTS: Readonly<Record<OperationView['state'], Tone>> = {
  planned: 'calm',
  unknown: 'warn',
  waiting: 'warn',
  done: 'good',
  failed: 'bad',
}

/** What was asked of Craftgate that moves money, also what Shopify knows nothing of: money that went back by itself. */
export function operationsCard(
  { messages, lang }: AuthenticatedRequest,
  { operations, session }: PaymentView,
): Html {
  const { operations: word, kinds, sessions, list, attempts } = messages
  const rows = operations.map((operation) => [
    kinds[operation.kind === 'record' ? 'payment' : operation.kind],
    decimalText(operation.amount, session.currency ?? '', lang),
    badge(word.states[operation.state], VARIANTS[operation.state]),
    moment(operation.updatedAt, lang),
    remark(operation, word),
  ])
  const heads = [sessions.kind, `${list.amount}#`, list.state, attempts.changed, attempts.note]
  return html`<section class="card" aria-labelledby="operations"><h2 id="operations">${word.title}</h2>
    ${table({ caption: word.caption, heads, rows, empty: word.none })}</section>`
}

function remark(operation: OperationView, word: AuthenticatedRequest['messages']['operations']): string {
  const error = operation.errorMessage ?? operation.errorCode
  const parts = [
    operation.cancelled === true ? word.cancelled : undefined,
    operation.refundIds ? word.refundIds(operation.refundIds) : undefined,
    error && operation.errorCode !== undefined && error !== operation.errorCode
      ? `${error} (${operation.errorCode})`
      : error,
  ]
  return parts.filter((part) => part !== undefined).join(' ') || '–'
}
