import type { SessionRow } from '../../../database'
import { decimalOf } from '../../ui/session-price'
import { transactionStatus } from '../list/payment-status'
import type { PaymentView } from './payment-view'

/** The view as data, for scripts and tests. `craftgate` is null when there is no payment or it could not be asked. */
export function paymentJson({
  session,
  state,
  craftgate,
  attempts,
  transactions,
  operations,
  events,
}: PaymentView) {
  const { id, gid, group, mode, currency, phase, syncStatus, resolution, lastError, decline } = session
  return {
    id,
    gid,
    group,
    mode,
    amount: decimalOf(session) ?? null,
    amountMinor: session.amount,
    currency,
    phase,
    state,
    syncStatus,
    resolution,
    lastError,
    decline,
    craftgate: craftgate.kind === 'known' ? craftgate.payment : null,
    craftgateProblem: craftgate.kind === 'known' || craftgate.kind === 'unpaid' ? null : problemOf(craftgate),
    attempts: attempts.map((record) => ({
      attempt: record.attempt,
      state: record.state,
      paymentIds: record.paymentIds,
      note: record.note ?? null,
    })),
    sessions: transactions.map(sessionJson),
    operations,
    timeline: events.map(({ sessionId, at, what, facts }) => ({ session: sessionId, at, what, facts })),
  }
}

const problemOf = (answer: Exclude<PaymentView['craftgate'], { kind: 'known' | 'unpaid' }>): string =>
  answer.kind === 'no-keys' ? answer.kind : answer.why

const sessionJson = (row: SessionRow) => ({
  id: row.id,
  kind: row.kind,
  amountMinor: row.amount,
  syncStatus: row.syncStatus,
  resolution: row.resolution,
  lastError: row.lastError,
  state: transactionStatus(row),
})
