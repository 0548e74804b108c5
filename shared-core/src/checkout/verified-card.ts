// A stored card that is charged by API: the bank verified the shopper, and Craftgate charges the card when it is told to.
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { directStart } from '../methods'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { completeThreeDS } from './direct/stored-card'
import { openedBy } from './direct/way-on'
import type { CheckoutDependencies } from './record'
import { isStillOwed } from './still-owed'

/** The payment of a card that the bank verified, and that nobody charged yet; undefined for any other. */
export function verifiedPayment(record: CheckoutRecord, outcome: PaymentOutcome): number | undefined {
  const isOurs = directStart(openedBy(record) ?? '')?.family === 'stored-card'
  return isOurs && outcome.kind === 'pending' && outcome.bankDecides ? outcome.facts?.paymentId : undefined
}

/**
 * Charges it when the order still owes exactly its amount; else nothing is charged, and the verification lapses. False when
 * nothing was asked of Craftgate.
 */
export async function chargeVerified(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  paymentId: number,
): Promise<boolean> {
  if (!(await isStillOwed(deps, record))) return false
  try {
    await completeThreeDS(deps.clientFor(record.account), paymentId)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    // Whether it was charged is asked, now and later, whatever was answered here.
    deps.logger.warn('A verified card was not charged', { checkout: record.id, error: logError(error) })
  }
  return true
}
