import { money } from '../money'
import type { PaymentFacts } from '../payment'
import type { CheckoutRecord } from '../platform'
import { isLeft } from './direct/way-on'
import { type CheckoutDependencies, sameMoney } from './record'

/**
 * The order still waits for this very amount: it was not changed, cancelled or paid another way. `facts`: of a payment that the
 * shop may have been told to await, whose order owes nothing else then.
 */
export async function isStillOwed(
  { platform }: CheckoutDependencies,
  record: CheckoutRecord,
  facts?: PaymentFacts,
): Promise<boolean> {
  if (record.state !== 'open' || isLeft(record)) return false
  if (facts && (await platform.awaits?.(record, facts))) return true
  const { total, currency } = await platform.readOrder(record)
  return sameMoney(record.expected, money(total, currency))
}
