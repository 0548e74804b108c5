import { paymentError } from '../../errors/payment-errors'
import type { Payment } from '../payments/payment'
import { fail } from '../payments/settle-payment'
import { nextId, type World } from '../world'

/**
 * The fraud rules, played by a switch: BLOCK ends the payment before the bank is asked, REVIEW lets it through and
 * marks it. Returns false when the payment was blocked.
 */
export function passesFraudRules(world: World, payment: Payment): boolean {
  const action = world.switches.nextFraud
  if (!action) return true
  world.switches.nextFraud = undefined
  const id = nextId(world, payment.merchant)
  payment.fraud = { id, action, open: true }
  world.state.fraudChecks.push({
    id,
    merchant: payment.merchant,
    paymentId: payment.id,
    action,
    createdAt: world.clock.now(),
    status: 'WAITING',
  })
  if (action === 'REVIEW') return true
  fail(payment, paymentError('FRAUD_CHECK_BLOCK'))
  return false
}
