import { isIPv4 } from 'node:net'
import { type PaymentError, paymentError } from '../../errors/payment-errors'
import type { PresentedCard } from '../cards/present-card'
import { cardByMask, type FailingStep } from '../cards/test-card'
import { merchantOf, type SandboxContext } from '../context'
import { loyaltyRefusal } from '../loyalty/loyalty-refusal'
import { forces3ds } from '../pos/route-pos'
import type { Payment } from './payment'

/**
 * Why the bank refuses this card at this step, if it does. A number that the portal does not list is always refused
 * (developer.craftgate.io/test-cards): INVALID_CARD_NUMBER, or BIN_NOT_FOUND when even its BIN is unknown.
 */
export function refusalOf(
  ctx: SandboxContext,
  card: PresentedCard,
  payment: Payment,
  step: FailingStep,
): PaymentError | undefined {
  if (isOrderIdUsed(ctx, payment)) return paymentError('ORDER_ID_ALREADY_USED')
  if (needsIPv4(ctx, payment) && !isIPv4(payment.clientIp ?? '')) return paymentError('INVALID_IP')
  const down = posRefusal(ctx, payment)
  if (down) return down
  if (step === 'pay' && needs3ds(ctx, card, payment)) return paymentError('DEBIT_CARDS_REQUIRES_3DS')
  if (!card.known) return paymentError(card.bin ? 'INVALID_CARD_NUMBER' : 'BIN_NOT_FOUND')
  if (payment.installment > 1 && card.known.bin.type !== 'CREDIT_CARD') {
    return paymentError('DEBIT_CARDS_INSTALLMENT_NOT_ALLOWED')
  }
  return stepRefusal(payment, step)
}

/** A test keeps a POS from taking anything. */
export function posRefusal(ctx: SandboxContext, { pos }: Payment): PaymentError | undefined {
  const group = pos && ctx.faultSettings.refusingPoses[pos.alias]
  return group === undefined ? undefined : paymentError(group)
}

/** What the documented card of an opened payment answers at a later step. */
export function stepRefusal(payment: Payment, step: FailingStep): PaymentError | undefined {
  const { card } = payment
  const fails = card && cardByMask(card.bin, card.lastFour)?.fails
  const group = fails?.[step] ?? (isPreAuth(payment, step) ? fails?.preAuth : undefined)
  if (group !== undefined) return paymentError(group)
  return step === 'pay' || step === 'complete' ? loyaltyRefusal(payment) : undefined
}

/** Why the bank does not give a payment back; a refund into the buyer's wallet asks none. */
export const refundRefusal = (
  payment: Payment,
  { destination }: { readonly destination: string },
): PaymentError | undefined => (destination === 'WALLET' ? undefined : stepRefusal(payment, 'refund'))

/** An order id belongs to the first successful sale that used it, also after that was refunded. */
export const isOrderIdUsed = ({ state }: SandboxContext, { id, merchant, orderId }: Payment): boolean =>
  state.payments.some(
    (other) =>
      other.orderId === orderId &&
      other.merchant === merchant &&
      other.id !== id &&
      other.status === 'SUCCESS',
  )

function needsIPv4(ctx: SandboxContext, { merchant, clientIp, pos }: Payment): boolean {
  const { poses } = merchantOf(ctx, merchant)
  return clientIp !== undefined && poses.find(({ alias }) => alias === pos?.alias)?.requiresIPv4 === true
}

/** What the instalment inquiry says as `force3ds`: "the payment must be made with 3D Secure". */
function needs3ds(ctx: SandboxContext, { bin }: PresentedCard, { merchant, pos, threeDS }: Payment): boolean {
  const { poses } = merchantOf(ctx, merchant)
  return (
    !threeDS &&
    forces3ds(
      poses.find(({ alias }) => alias === pos?.alias),
      bin,
    )
  )
}

const isPreAuth = (payment: Payment, step: FailingStep) =>
  payment.phase === 'PRE_AUTH' && (step === 'pay' || step === 'complete')
