import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import type { RefundStatus } from './refund'
import { refundPayment } from './refund-payment'

/** Gives a card verification's money back; the card stays kept when the bank refuses that. */
export function returnVerificationPrice(ctx: SandboxContext, payment: Payment): RefundStatus {
  try {
    const { conversationId } = payment
    const whole = refundPayment(ctx, payment, { conversationId, destination: 'PROVIDER' })
    return whole.type === 'CANCEL' ? whole.refund.status : 'SUCCESS'
  } catch (error) {
    if (error instanceof ApiError) return 'FAILURE'
    throw error
  }
}
