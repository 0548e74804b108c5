import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { money, sameMoney } from '../money'
import type { PaymentFacts } from '../payment'
import type { CheckoutRecord } from '../platform'
import { isLeft } from './direct/way-on'
import { type CheckoutDependencies } from './record'

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

/** asked: Craftgate was told to take the money, so what became of the payment is asked. Else the record as it is now. */
export type Completed = CheckoutRecord | 'asked'

interface LastCall {
  readonly facts?: PaymentFacts
  /** Takes the money of this one payment, once however often it is made. */
  readonly call: () => Promise<unknown>
}

/** Makes the call that takes the money when the order still owes exactly that. False when it does not, and nothing was asked. */
export async function callWhenOwed(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  { facts, call }: LastCall,
): Promise<boolean> {
  if (!(await isStillOwed(deps, record, facts))) return false
  try {
    await call()
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    // What became of the payment is asked, now and later, whatever was answered here.
    deps.logger.warn('A payment could not be completed now', { checkout: record.id, error: logError(error) })
  }
  return true
}
