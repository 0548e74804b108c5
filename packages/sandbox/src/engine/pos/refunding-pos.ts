import { ApiError } from '../../errors/api-error'
import { merchantOf, type SandboxContext } from '../context'
import type { Payment } from '../payments/payment'

/**
 * A bank gives money back over the POS that took it: one that was switched off or deleted does not, one on REFUND_ONLY does
 * nothing else; a refund into the wallet asks no bank. The portal only names the states; that this is their meaning is our reading. Throws a validation error.
 */
export function requireRefundingPos(
  ctx: SandboxContext,
  { merchant, pos }: Payment,
  { destination }: { readonly destination: string },
): void {
  if (!pos || destination === 'WALLET') return
  const now = merchantOf(ctx, merchant).poses.find(({ id }) => id === pos.id)
  if (!now || now.status === 'PASSIVE') throw SWITCHED_OFF
}

const SWITCHED_OFF = ApiError.invalid('4059', {
  tr: 'Ödemenin alındığı POS kapalı, iade yapılamaz',
  en: 'The POS that took the payment is switched off, so nothing can go back over it',
})
