import { reportViolation } from '../control/report-violation'
import type { World } from '../world'
import type { Finished } from './finish-payment'
import type { Transaction } from './transaction'

/** Pending becomes resolved or rejected, and stays so. An app that was told after all may finish an undelivered one too. */
export function finishTransaction(
  world: World,
  transaction: Transaction,
  { to, facts }: { to: 'resolved' | 'rejected'; facts: Partial<Pick<Transaction, 'reason' | 'message'>> },
): Finished {
  if (transaction.state === to) return 'same'
  if (transaction.state === 'resolved' || transaction.state === 'rejected') {
    reportViolation(world, 'second-final-state', transaction, `is ${transaction.state}, asked to be ${to}`)
    return 'conflict'
  }
  Object.assign(transaction, { message: undefined }, facts, { state: to })
  transaction.history.push({ state: to, at: world.clock.now() })
  world.changed()
  return 'moved'
}
