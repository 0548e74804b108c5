import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { paymentError } from '../../errors/payment-errors'
import { merchantOf, type SandboxContext } from '../context'
import { fail } from '../payments/finish-payment'
import type { Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { capture, take, verify } from './verify'

export type HeldOutcome = 'SUCCESS' | 'FAILURE'

/**
 * Lets every held payment go its way: on from its status, or into a decline. Another test's hold meets the next
 * payment, not these. Returns how many there were.
 */
export function releaseHeld(ctx: SandboxContext, outcome: HeldOutcome): number {
  const held = ctx.state.payments.filter((payment) => payment.held)
  for (const payment of held) release(ctx, payment, outcome)
  return held.length
}

/** Money that did not come in time will never come. */
export function expireWaiting(ctx: SandboxContext): void {
  const now = ctx.clock.now()
  for (const payment of ctx.state.payments) {
    if (payment.status !== 'WAITING') continue
    const { waitingPaymentDays } = merchantOf(ctx, payment.merchant)
    const ends = payment.createdAt + milliseconds({ days: waitingPaymentDays })
    if (now >= ends) release(ctx, payment, 'FAILURE')
  }
}

function release(ctx: SandboxContext, payment: Payment, outcome: HeldOutcome): void {
  const { status, held } = payment
  payment.held = undefined
  if (outcome === 'SUCCESS' && status === 'INIT_THREEDS') {
    verify(ctx, payment, held?.mdStatus ?? 0)
    return
  }
  if (outcome === 'FAILURE') fail(payment, paymentError('DECLINED'))
  else if (status === 'CALLBACK_THREEDS') capture(ctx, payment)
  else take(ctx, payment)
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
}
