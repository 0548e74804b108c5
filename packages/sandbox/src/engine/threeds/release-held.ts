import { paymentError } from '../../errors/payment-errors'
import { milliseconds } from '../clock/clock'
import type { Payment } from '../payments/payment'
import { fail, succeed } from '../payments/settle-payment'
import { announcePayment } from '../webhooks/announce'
import { merchantOf, type World } from '../world'
import { take, verify } from './verify'

export type HeldOutcome = 'SUCCESS' | 'FAILURE'

/**
 * Lets every held payment go its way: on from its status, or into a decline. Another test's hold meets the next
 * payment, not these. Returns how many there were.
 */
export function releaseHeld(world: World, outcome: HeldOutcome): number {
  const held = world.state.payments.filter((payment) => payment.held)
  for (const payment of held) release(world, payment, outcome)
  return held.length
}

/** Money that did not come in time will never come. */
export function expireWaiting(world: World): void {
  const now = world.clock.now()
  for (const payment of world.state.payments) {
    if (payment.status !== 'WAITING') continue
    const { waitingPaymentDays } = merchantOf(world, payment.merchant)
    const ends = payment.createdAt + milliseconds({ days: waitingPaymentDays })
    if (now >= ends) release(world, payment, 'FAILURE')
  }
}

function release(world: World, payment: Payment, outcome: HeldOutcome): void {
  const { status, held } = payment
  payment.held = undefined
  if (outcome === 'SUCCESS' && status === 'INIT_THREEDS') {
    verify(world, payment, held?.mdStatus ?? 0)
    return
  }
  if (outcome === 'FAILURE') fail(payment, paymentError('DECLINED'))
  else if (status === 'CALLBACK_THREEDS') take(world, payment)
  else succeed(world, payment)
  announcePayment(world, payment, 'API_AUTH')
}
