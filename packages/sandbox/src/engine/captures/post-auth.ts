import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { exponentOf, toText } from '../../money/minor'
import { share } from '../../money/share'
import type { SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import { stepRefusal } from '../payments/refusal'
import { heldBack, isReleased } from '../refunds/refunded'

/**
 * Captures a pre-authorization, once, within the POS's margin around the authorized amount
 * (developer.craftgate.io/api/payment/pre-auth-post-auth-payment). `paidPrice` is minor units; absent means all of it.
 * Throws a validation error outside the rules, a payment error when the bank refuses.
 */
export function postAuth(ctx: SandboxContext, payment: Payment, paidPrice = payment.paidPrice): void {
  if (payment.status !== 'SUCCESS' || payment.phase !== 'PRE_AUTH') throw NOT_PRE_AUTHORIZED
  if (heldBack(ctx, payment) > 0) throw CANCELLED
  if (isReleased(ctx, payment)) throw RELEASED
  checkMargin(ctx, payment, paidPrice)
  const refusal = stepRefusal(payment, 'postAuth')
  if (refusal) throw ApiError.payment(refusal)
  const parts = share(
    paidPrice,
    payment.transactions.map(({ price }) => price),
  )
  payment.transactions.forEach((transaction, index) => {
    transaction.paidPrice = parts[index] ?? 0
  })
  payment.paidPrice = paidPrice
  payment.phase = 'POST_AUTH'
  payment.capturedAt = ctx.clock.now()
}

function checkMargin(ctx: SandboxContext, payment: Payment, paidPrice: number): void {
  const percent = BigInt(ctx.faultSettings.margin ?? payment.marginPercent)
  const whole = BigInt(payment.paidPrice) * 100n
  const asked = BigInt(paidPrice) * 100n
  const slack = BigInt(payment.paidPrice) * percent
  if (paidPrice > 0 && asked >= whole - slack && asked <= whole + slack) return
  const authorized = `${toText(payment.paidPrice, exponentOf(payment.currency))} ${payment.currency}`
  throw ApiError.invalid('4041', {
    tr: `Provizyon kapama tutarı, ${authorized} provizyonun ±%${percent} marjı içinde olmalıdır`,
    en: `The captured amount must be within ±${percent}% of the authorized ${authorized}`,
  })
}

const NOT_PRE_AUTHORIZED = ApiError.invalid('4040', {
  tr: 'Ödeme, kapatılabilecek bir ön provizyon değil',
  en: 'The payment is not a pre-authorization that can be captured',
})

const RELEASED = ApiError.payment(paymentError('EXPIRED_PROVISION'))

const CANCELLED = ApiError.invalid('4042', {
  tr: 'Ön provizyon iptal edilmiş',
  en: 'The pre-authorization was cancelled',
})
