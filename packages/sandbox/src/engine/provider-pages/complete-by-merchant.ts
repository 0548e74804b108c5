import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { SandboxContext } from '../context'
import { fail } from '../payments/finish-payment'
import type { Failure, Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { approve } from './approve'

/** Takes the money that the shopper approved. Throws a validation error when the payment does not wait for that. */
export function completeByMerchant(ctx: SandboxContext, payment: Payment): void {
  if (payment.awaits !== 'completion') throw NOTHING_TO_COMPLETE
  approve(ctx, payment)
}

/** The merchant's own no to what the shopper approved. */
export function refuseByMerchant(ctx: SandboxContext, payment: Payment): void {
  if (payment.awaits !== 'completion') throw NOTHING_TO_COMPLETE
  fail(payment, MERCHANT_REFUSED)
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
}

export const NOTHING_TO_COMPLETE = ApiError.invalid('4092', {
  tr: 'Ödeme, tamamlama bekleyen durumda değil',
  en: 'The payment does not wait for its completion',
})

const MERCHANT_REFUSED: Failure = {
  ...paymentError('APM_ERROR'),
  description: { tr: 'Üye işyeri ödemeyi onaylamadı', en: 'The merchant did not confirm the payment' },
}
