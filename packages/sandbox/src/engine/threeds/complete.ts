import { ApiError } from '../../errors/api-error'
import type { Payment } from '../payments/payment'
import { announcePayment } from '../webhooks/announce'
import type { World } from '../world'
import { refusedError } from './start'
import { take } from './verify'

/**
 * The merchant completes a verified 3D Secure payment. Throws the bank's error when it refuses (also the one that a
 * 3DPAY POS met at verification), a validation error when the payment does not wait for this.
 * A payment that a test holds is answered as it is.
 */
export function completeThreeDS(world: World, payment: Payment): void {
  if (payment.held && payment.status !== 'INIT_THREEDS') return
  if (payment.status === 'FAILURE' && payment.error) throw refusedError(payment.error)
  if (payment.status !== 'CALLBACK_THREEDS') throw NOT_WAITING
  take(world, payment)
  if (payment.held) return
  announcePayment(world, payment, 'API_AUTH')
  if (payment.error) throw refusedError(payment.error)
}

const NOT_WAITING = ApiError.invalid('4060', {
  tr: 'Ödeme, 3D Secure tamamlama bekleyen durumda değil',
  en: 'The payment does not wait for 3D Secure completion',
})
