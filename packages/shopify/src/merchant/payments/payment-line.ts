import type { CheckoutState } from '@craftgate-commerce/core'
import type { CheckoutRow, ClaimRow, SessionRow } from '../../database'
import type { MerchantReads } from './merchant-reads'
import { moneySessionState } from './money-session-state'
import { type PaymentState, paymentState } from './payment-state'

/** A payment as lists show it. */
export interface PaymentLine {
  readonly session: SessionRow
  readonly state: PaymentState
  /** Refunds, captures and voids of it that happened. */
  readonly followed: readonly SessionRow[]
  /** It, or a refund, capture or void of it, waits for something or somebody. */
  readonly troubled: boolean
}

/** Three questions for a whole page, not three for each line. */
export async function linesOf(
  reads: MerchantReads,
  shop: string,
  sessions: readonly SessionRow[],
): Promise<readonly PaymentLine[]> {
  if (sessions.length === 0) return []
  const ids = sessions.map(({ id }) => id)
  const [money, attempts, claims] = await Promise.all([
    reads.moneySessions(shop, ids),
    reads.attempts(shop, ids),
    reads.claims(shop, groupsOf(sessions)),
  ])
  return sessions.map((session) => {
    const own = money.filter(({ paymentSessionId }) => paymentSessionId === session.id)
    const [claim, attempt] = [holderOf(session, claims), newestOf(session, attempts)]
    const followed = happenedOf(own)
    return {
      session,
      state: paymentState({ session, claim, attempt, followed }),
      followed,
      troubled: [session, ...own].some(isTroubled),
    }
  })
}

export const happenedOf = (money: readonly SessionRow[]): SessionRow[] =>
  money.filter((row) => moneySessionState(row) === 'done')

const isTroubled = ({ told, trouble }: SessionRow): boolean =>
  trouble !== null || told === 'stalled' || told === 'refused'

const groupsOf = (sessions: readonly SessionRow[]): string[] =>
  sessions.flatMap(({ group }) => (group === null ? [] : [group]))

export function holderOf(
  { id, mode, group }: SessionRow,
  claims: readonly ClaimRow[],
): 'this' | 'other' | undefined {
  const claim = claims.find((held) => held.mode === mode && held.group === group)
  if (claim === undefined) return undefined
  return claim.sessionId === id ? 'this' : 'other'
}

function newestOf({ id, mode }: SessionRow, attempts: readonly CheckoutRow[]): CheckoutState | undefined {
  const own = attempts.filter((attempt) => attempt.reference === id && attempt.mode === mode)
  return own.at(-1)?.state
}
