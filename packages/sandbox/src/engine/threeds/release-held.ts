import { paymentError } from '../../errors/payment-errors'
import type { SandboxContext } from '../context'
import { fail } from '../payments/finish-payment'
import type { Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { decide } from '../payments/waiting-payments'
import { capture, verify } from './verify'

export type HeldOutcome = 'SUCCESS' | 'FAILURE'

/**
 * Lets every held payment, and every one that waits for its money, go its way: on from its status, or into a decline.
 * Another test's hold meets the next payment, not these. Returns how many there were.
 */
export function releaseHeld(ctx: SandboxContext, outcome: HeldOutcome): number {
  const held = ctx.state.payments.filter(({ held, awaits }) => held !== undefined || awaits === 'funds')
  for (const payment of held) release(ctx, payment, outcome)
  return held.length
}

function release(ctx: SandboxContext, payment: Payment, outcome: HeldOutcome): void {
  const { status, held } = payment
  if (status === 'WAITING') {
    decide(ctx, payment, outcome)
    return
  }
  payment.held = undefined
  if (outcome === 'SUCCESS' && status === 'INIT_THREEDS') {
    verify(ctx, payment, held?.mdStatus ?? 0)
    return
  }
  if (outcome === 'FAILURE') fail(payment, paymentError('DECLINED'))
  else capture(ctx, payment)
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
}
