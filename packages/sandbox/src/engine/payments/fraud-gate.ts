import { paymentError } from '../../errors/payment-errors'
import { nextId, type SandboxContext } from '../context'
import { catchingRule, SWITCH_RULE } from '../fraud/rules'
import { fail } from './finish-payment'
import type { Payment } from './payment'

/**
 * The fraud rules, those of the seed or a switch: BLOCK ends the payment before the bank is asked, REVIEW lets it through and
 * marks it. Returns false when the payment was blocked.
 */
export function passesFraudRules(ctx: SandboxContext, payment: Payment): boolean {
  const caught = ctx.faultSettings.nextFraud ? undefined : catchingRule(ctx, payment)
  const action = ctx.faultSettings.nextFraud ?? caught?.rule.action
  if (!action) return true
  ctx.faultSettings.nextFraud = undefined
  const id = nextId(ctx, payment.merchant)
  const ruleId = caught?.id ?? SWITCH_RULE.id
  payment.fraud = { id, ruleId, action, open: true }
  ctx.state.fraudChecks.push({
    id,
    merchant: payment.merchant,
    paymentId: payment.id,
    action,
    ruleId,
    createdAt: ctx.clock.now(),
    status: 'WAITING',
  })
  if (action === 'REVIEW') return true
  fail(payment, paymentError('FRAUD_CHECK_BLOCK'))
  return false
}
