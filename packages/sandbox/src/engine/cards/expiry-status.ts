import { localTime } from '../clock/istanbul'
import type { StoredCard } from './card'

/** EXPIRED before this month; the card's last month is the one that it names. */
export function expiryStatus({ expireYear, expireMonth }: StoredCard, now: number): string {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  const left = months(`${expireYear}-${expireMonth}`) - months(localTime(now))
  if (left < 0) return 'EXPIRED'
  return left === 0 ? 'WILL_EXPIRE_NEXT_MONTH' : 'NOT_EXPIRED'
}
