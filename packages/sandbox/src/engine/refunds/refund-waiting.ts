import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { SandboxContext } from '../context'
import { fail } from '../payments/finish-payment'
import type { Failure, Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import type { RefundStatus } from './refund'
import { takeNextStatus } from './refund-payment'

/**
 * Gives back what was paid towards a payment that is WAITING for its money, or for the merchant's approval. No page of
 * the portal describes the call; in our reading the payment has failed then, and money that the bank does not give back
 * at once leaves it waiting. Throws a validation error while nothing was paid.
 */
export function refundWaiting(ctx: SandboxContext, payment: Payment): RefundStatus {
  if (payment.status !== 'WAITING' || payment.awaits === 'shopper') throw NOTHING_WAITS
  const status = takeNextStatus(ctx)
  if (status !== 'SUCCESS') return status
  payment.held = undefined
  fail(payment, GIVEN_BACK)
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
  return status
}

const GIVEN_BACK: Failure = {
  ...paymentError('APM_ERROR'),
  description: { tr: 'Bekleyen ödeme iade edildi', en: 'The waiting payment was given back' },
}

const NOTHING_WAITS = ApiError.invalid('4056', {
  tr: 'Ödeme, para bekleyen durumda değil',
  en: 'The payment does not wait for its money',
})
