import type { Payment } from '../payments/payment'
import type { World } from '../world'
import type { Checkout } from './checkout'

export type CheckoutState = 'open' | 'paid' | 'expired'

/** Attempts under a token, oldest first. */
export const attemptsOf = (world: World, { token }: Checkout): readonly Payment[] =>
  world.state.payments.filter((payment) => payment.checkoutToken === token)

export const paidBy = (world: World, checkout: Checkout): Payment | undefined =>
  attemptsOf(world, checkout).find(({ status }) => status === 'SUCCESS')

const isPending = (world: World, checkout: Checkout): boolean =>
  attemptsOf(world, checkout).some(({ status, held }) => status === 'WAITING' || held !== undefined)

/** A paid page stays paid, and one whose payment is pending takes no other; else the clock decides. */
export function checkoutState(world: World, checkout: Checkout): CheckoutState {
  if (paidBy(world, checkout) || isPending(world, checkout)) return 'paid'
  return world.clock.now() < checkout.expiresAt ? 'open' : 'expired'
}
