import { money } from '../money'
import type { CheckoutRecord } from '../platform'
import { isLeft } from './direct/way-on'
import { type CheckoutDependencies, sameMoney } from './record'

/** The order still waits for this very amount: it was not changed, cancelled or paid another way. */
export async function isStillOwed(
  { platform }: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<boolean> {
  if (record.state !== 'open' || isLeft(record)) return false
  const { total, currency } = await platform.readOrder(record)
  return sameMoney(record.expected, money(total, currency))
}
