import type { SessionRow } from '../../database'
import { isReject } from '../../telling/decision'
import type { Tone } from '../page/marks'

/** How a refund, capture or void stands. What Shopify refused waits for a person, like what it never heard. */
export type MoneySessionState = 'pending' | 'done' | 'rejected' | 'stalled'

export function moneySessionState({
  told,
  decision,
}: Pick<SessionRow, 'told' | 'decision'>): MoneySessionState {
  if (told === 'stalled' || told === 'refused') return 'stalled'
  if (told === null || decision === null) return 'pending'
  return isReject(decision) ? 'rejected' : 'done'
}

export const MONEY_TONES: Readonly<Record<MoneySessionState, Tone>> = {
  pending: 'warn',
  done: 'good',
  rejected: 'bad',
  stalled: 'bad',
}
