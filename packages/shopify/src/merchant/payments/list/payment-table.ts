import { badge, type Html, table } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import type { Messages } from '../../i18n'
import { modeBadge } from '../../ui/mode-badge'
import { moment } from '../../ui/moment'
import { sessionPrice } from '../../ui/session-price'
import { paymentPath } from '../detail/payment-path'
import type { PaymentLine } from './payment-line'
import { PAYMENT_VARIANTS, type PaymentStatus } from './payment-status'

/** Payments as a table: of the overview and of the list. */
export function paymentTable(
  request: AuthenticatedRequest,
  lines: readonly PaymentLine[],
  empty: string,
): Html {
  const { list } = request.messages
  return table({
    caption: list.caption,
    heads: [list.id, list.time, `${list.amount}#`, list.state, list.after, list.mode],
    rows: lines.map((line) => cellsOf(request, line)),
    empty,
  })
}

function cellsOf(
  { messages, lang }: AuthenticatedRequest,
  { session, state, newest, followed, hasIssue }: PaymentLine,
): (Html | string)[] {
  const id = html`<code>${session.id}</code>`
  return [
    newest ? html`<a href="${paymentPath(session.id)}">${id}</a>` : id,
    moment(session.createdAt, lang),
    sessionPrice(session, lang),
    stateCell(messages, state, hasIssue),
    followed.map((row) => afterwards(row, { messages, lang })).join(', ') || '–',
    modeBadge(session.mode, messages),
  ]
}

/** A state that says the issue itself needs no mark. */
function stateCell({ states, list }: Messages, state: PaymentStatus, hasIssue: boolean): Html {
  const isMarked = hasIssue && state !== 'sync-exhausted' && state !== 'sync-rejected'
  return html`${badge(states[state], PAYMENT_VARIANTS[state])}${isMarked ? html` ${badge(list.hasIssue, 'bad')}` : ''}`
}

function afterwards(
  row: PaymentLine['followed'][number],
  { messages, lang }: Pick<AuthenticatedRequest, 'messages' | 'lang'>,
) {
  return row.kind === 'payment' ? '' : messages.followed[row.kind](sessionPrice(row, lang))
}
