import { badge, type Html, table } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { SessionRow } from '../../../database'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { errorLabel } from '../../i18n'
import { moment } from '../../ui/moment'
import { sessionPrice } from '../../ui/session-price'
import { TRANSACTION_VARIANTS, transactionStatus } from '../list/payment-status'
import { resolutionLabel } from './labels'
import { retryPath } from './payment-path'

/** Refunds, captures and voids that Shopify asked for. */
export function transactionsCard(
  request: AuthenticatedRequest,
  session: SessionRow,
  transactions: readonly SessionRow[],
): Html {
  const { sessions: word, list } = request.messages
  const heads = [list.id, word.kind, list.time, `${list.amount}#`, list.state, word.reason, word.action]
  const rows = transactions.map((row) => cellsOf(request, session, row))
  return html`<section class="card" aria-labelledby="money"><h2 id="money">${word.title}</h2>
    ${table({ caption: word.caption, heads, rows, empty: word.none })}</section>`
}

function cellsOf(request: AuthenticatedRequest, payment: SessionRow, row: SessionRow): (Html | string)[] {
  const { messages, lang } = request
  const state = transactionStatus(row)
  const why =
    row.lastError === null ? (resolutionLabel(row, messages) ?? '–') : errorLabel(row.lastError, messages)
  return [
    html`<code>${row.id}</code>`,
    messages.kinds[row.kind],
    moment(row.createdAt, lang),
    sessionPrice(row, lang),
    badge(messages.sessionStates[state], TRANSACTION_VARIANTS[state]),
    why,
    state === 'pending' || state === 'exhausted' ? retryButton(request, payment, row) : '–',
  ]
}

const retryButton = (
  { messages }: AuthenticatedRequest,
  payment: SessionRow,
  { id, kind }: SessionRow,
): Html =>
  html`<form method="post" action="${retryPath(payment.id)}"><input type="hidden" name="session" value="${id}">
    <button class="secondary" type="submit" aria-label="${messages.payment.retrySession(messages.kinds[kind])} ${id}">${messages.sessions.action}</button></form>`
