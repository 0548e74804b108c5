import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { refusedError } from './start'
import { capture } from './verify'

/**
 * The merchant completes a verified 3D Secure payment. Throws the bank's error when it refuses (also the one that a
 * 3DPAY POS met at verification), a validation error when the payment does not wait for this.
 * A payment that a test holds is answered as it is.
 */
export function completeThreeDS(ctx: SandboxContext, payment: Payment): void {
  if (payment.held && payment.status !== 'INIT_THREEDS') return
  if (payment.status === 'FAILURE' && payment.error) throw refusedError(payment.error)
  if (payment.status !== 'CALLBACK_THREEDS') throw NOT_WAITING
  capture(ctx, payment)
  if (payment.held) return
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
  if (payment.error) throw refusedError(payment.error)
}

const NOT_WAITING = ApiError.invalid('4060', {
  tr: 'Ödeme, 3D Secure tamamlama bekleyen durumda değil',
  en: 'The payment does not wait for 3D Secure completion',
})
