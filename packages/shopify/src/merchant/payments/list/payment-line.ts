import type { CheckoutRow, GroupWinnerRow, SessionRow } from '../../../database'
import type { MerchantQueries } from '../../queries/merchant-queries'
import { type PaymentStatus, paymentStatus, transactionStatus } from './payment-status'

/** A payment as lists show it. */
export interface PaymentLine {
  readonly session: SessionRow
  readonly state: PaymentStatus
  /** Its newest attempt. Without one nobody opened its pay link, and it has no page. */
  readonly newest?: CheckoutRow
  /** Refunds, captures and voids of it that happened. */
  readonly followed: readonly SessionRow[]
  /** It, or a refund, capture or void of it, waits for something or somebody. */
  readonly hasIssue: boolean
}

/** Three questions for a whole page, not three for each line. */
export async function linesOf(
  queries: MerchantQueries,
  shop: string,
  sessions: readonly SessionRow[],
): Promise<readonly PaymentLine[]> {
  if (sessions.length === 0) return []
  const ids = sessions.map(({ id }) => id)
  const [transactions, attempts, groupWinners] = await Promise.all([
    queries.transactionSessions(shop, ids),
    queries.attempts(shop, ids),
    queries.groupWinners(shop, groupsOf(sessions)),
  ])
  return sessions.map((session) => {
    const own = transactions.filter(({ paymentSessionId }) => paymentSessionId === session.id)
    const [winner, newest] = [winnerOf(session, groupWinners), newestOf(session, attempts)]
    const followed = happenedOf(own)
    return {
      session,
      state: paymentStatus({ session, winner, attempt: newest?.state, followed }),
      newest,
      followed,
      hasIssue: [session, ...own].some(hasIssue),
    }
  })
}

export const happenedOf = (transactions: readonly SessionRow[]): SessionRow[] =>
  transactions.filter((row) => transactionStatus(row) === 'done')

const hasIssue = ({ syncStatus, lastError }: SessionRow): boolean =>
  lastError !== null || syncStatus === 'exhausted' || syncStatus === 'rejected'

const groupsOf = (sessions: readonly SessionRow[]): string[] =>
  sessions.flatMap(({ group }) => (group === null ? [] : [group]))

export function winnerOf(
  { id, mode, group }: SessionRow,
  groupWinners: readonly GroupWinnerRow[],
): 'this' | 'other' | undefined {
  const winner = groupWinners.find((held) => held.mode === mode && held.group === group)
  if (winner === undefined) return undefined
  return winner.sessionId === id ? 'this' : 'other'
}

function newestOf({ id, mode }: SessionRow, attempts: readonly CheckoutRow[]): CheckoutRow | undefined {
  return attempts.findLast((attempt) => attempt.reference === id && attempt.mode === mode)
}
