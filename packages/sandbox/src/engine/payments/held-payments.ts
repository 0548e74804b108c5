import type { SandboxContext } from '../context'
import type { HeldStatus } from '../fault-settings'
import type { Payment } from './payment'

/**
 * Keeps a payment in a status when a test asked for that: INIT_THREEDS until the bank's answer arrives,
 * CALLBACK_THREEDS until the verified payment is taken, WAITING until its money comes. The emulator plays no page of a
 * bank transfer or shopping loan, so a payment that waits for one of them is one that is held WAITING.
 */
export function isHeld(
  ctx: SandboxContext,
  payment: Payment,
  status: HeldStatus,
  mdStatus?: number,
): boolean {
  if (payment.held) return true
  if (ctx.faultSettings.holdNextPayment !== status) return false
  ctx.faultSettings.holdNextPayment = undefined
  payment.status = status
  payment.held = { mdStatus }
  return true
}
