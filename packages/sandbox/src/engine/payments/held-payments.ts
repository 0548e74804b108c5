import type { HeldStatus } from '../switches'
import type { World } from '../world'
import type { Payment } from './payment'

/**
 * Keeps a payment in a status when a test asked for that: INIT_THREEDS until the bank's answer arrives,
 * CALLBACK_THREEDS until the verified payment is taken, WAITING until its money comes. The emulator plays no page of a
 * bank transfer or shopping loan, so a payment that is promised there is one that is held WAITING.
 */
export function isHeld(world: World, payment: Payment, status: HeldStatus, mdStatus?: number): boolean {
  if (payment.held) return true
  if (world.switches.holdNextPayment !== status) return false
  world.switches.holdNextPayment = undefined
  payment.status = status
  payment.held = { mdStatus }
  return true
}
