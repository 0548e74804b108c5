import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { cardByMask } from '../cards/test-card'
import { merchantOf, type SandboxContext } from '../context'
import { fail, succeed } from '../payments/finish-payment'
import { isHeld } from '../payments/held-payments'
import type { Failure, Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { isOrderIdUsed, posRefusal, stepRefusal } from '../payments/refusal'
import { returnVerificationPrice } from '../refunds/return-verification-price'
import { walletRefusal } from '../wallets/wallet-share'
import { refusedError } from './start'

/** md status 1 is a full verification, 0 a refused one (developer.craftgate.io/api, MD Status). */
const FULL = 1
const REFUSED = 0
const HALF = [1, 2, 3, 4]

/** What the bank says of the shopper: a documented card may force an mdStatus, a given-up page is a 0. */
export function mdStatusOf(payment: Payment, shopperProved: boolean): number {
  if (!shopperProved) return REFUSED
  const { card } = payment
  const forced = card && cardByMask(card.bin, card.lastFour)?.fails.verify
  return forced === undefined ? FULL : Number(forced)
}

const isVerified = (verification: string, mdStatus: number) =>
  verification === 'HALF_THREEDS' ? HALF.includes(mdStatus) : mdStatus === FULL

/**
 * The bank's answer arrives. In the 3D model the payment waits for 3ds-complete; in the 3DPAY model it is taken at
 * once; on the hosted page Craftgate completes it itself.
 */
export function verify(
  ctx: SandboxContext,
  payment: Payment,
  mdStatus: number,
  why: Failure = NOT_VERIFIED,
): void {
  if (isHeld(ctx, payment, 'INIT_THREEDS', mdStatus)) return
  const merchant = merchantOf(ctx, payment.merchant)
  payment.mdStatus = mdStatus
  const model = merchant.poses.find(({ alias }) => alias === payment.pos?.alias)?.threeDSModel ?? '3D'
  const verified = isVerified(merchant.threeDSVerification, mdStatus)
  if (!verified) fail(payment, why)
  else if (completesItself(payment) || model === '3DPAY') capture(ctx, payment)
  else payment.status = 'CALLBACK_THREEDS'
  enqueuePaymentWebhook(ctx, payment, model === '3DPAY' ? 'API_VERIFY_AND_AUTH' : 'THREEDS_VERIFY')
}

/** Where no merchant asks for the money: on Craftgate's own page, and when a card is proved. */
const completesItself = ({ checkoutToken, cardVerification }: Payment): boolean =>
  checkoutToken !== undefined || cardVerification === true

/** The money itself: the last step of every 3D Secure payment. */
export function capture(ctx: SandboxContext, payment: Payment): void {
  const used = isOrderIdUsed(ctx, payment) ? paymentError('ORDER_ID_ALREADY_USED') : undefined
  const refusal =
    used ??
    walletRefusal(ctx, merchantOf(ctx, payment.merchant), payment) ??
    posRefusal(ctx, payment) ??
    stepRefusal(payment, 'complete')
  if (isHeld(ctx, payment, 'CALLBACK_THREEDS')) return
  if (refusal) fail(payment, refusal)
  else if (!isHeld(ctx, payment, 'WAITING')) take(ctx, payment)
}

/** The bank said yes at last; what only proved a card goes back. */
export function take(ctx: SandboxContext, payment: Payment): void {
  succeed(ctx, payment)
  if (payment.cardVerification) returnVerificationPrice(ctx, payment)
}

/** Our guess of the code; completing such a payment is a validation error, says the page of failing test cards. */
const NOT_VERIFIED: Failure = {
  code: '4061',
  description: { tr: '3D Secure doğrulaması başarısız', en: 'The 3D Secure verification failed' },
}

/** To Craftgate a shopper who gives up at the bank is a verification that failed; the sentence, for the shopper, is ours. */
export const CANCELLED: Failure = {
  ...NOT_VERIFIED,
  description: {
    tr: 'Bankanızın sayfasında vazgeçtiniz; kartınızdan para çekilmedi',
    en: 'You cancelled at your bank; your card was not charged',
  },
}

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
