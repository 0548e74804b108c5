import { paymentError } from '../../errors/payment-errors'
import { announcePayment } from '../webhooks/announce'
import type { World } from '../world'
import type { Payment } from './payment'
import { fail, succeed } from './settle-payment'

/**
 * Bank transfers and credits of a shopping loan are promised on the page and paid later. The emulator plays none of their
 * own pages: a test says that the next payment on the hosted page is one.
 */
export function mustWait(world: World, { source }: Payment): boolean {
  const waits = source === 'CHECKOUT_FORM' && world.switches.nextPaymentWaits
  if (waits) world.switches.nextPaymentWaits = false
  return waits
}

/** The money of every promised payment has come, or never will. Returns how many there were. */
export function settlePromised(world: World, status: 'SUCCESS' | 'FAILURE'): number {
  const waiting = world.state.payments.filter((payment) => payment.status === 'WAITING')
  for (const payment of waiting) {
    if (status === 'SUCCESS') succeed(world, payment)
    else fail(payment, paymentError('DECLINED'))
    announcePayment(world, payment, 'API_AUTH')
  }
  return waiting.length
}
