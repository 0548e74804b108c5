import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { isClosed } from '../checkouts/find-checkout'
import type { SandboxContext } from '../context'
import { endLoan, grantLoan } from '../loans/decide-loan'
import { METHODS } from '../methods/methods'
import { awaitCompletion, awaitFunds } from '../payments/awaiting'
import { fail, succeed } from '../payments/finish-payment'
import { isHeld } from '../payments/held-payments'
import type { Failure, Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { notifyOfTicket } from './bkm-notification'
import { cardBehind, factsOfCard } from './card-behind'
import type { ProviderSession } from './session'

/** What the shopper's approval does: it takes the money, or lets the merchant take it. */
export function approveVisit(
  ctx: SandboxContext,
  payment: Payment,
  { completedByMerchant, id: ticket }: ProviderSession,
): void {
  if (!completedByMerchant) {
    approve(ctx, payment)
    return
  }
  awaitCompletion(payment)
  if (payment.method === 'BKM_EXPRESS') notifyOfTicket(ctx, payment, ticket)
}

/** The provider has the money, unless the page was closed while the shopper was there. */
export function approve(ctx: SandboxContext, payment: Payment): void {
  if (failWhenClosed(ctx, payment)) return
  const { cardBrand } = METHODS[payment.method]
  if (cardBrand !== undefined) payment.card = factsOfCard(cardBehind(cardBrand, payment.currency))
  payment.awaits = undefined
  if (payment.loan) {
    grantLoan(ctx, payment)
    return
  }
  if (!isHeld(ctx, payment, 'WAITING')) succeed(ctx, payment)
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
}

/** The shopper did his part and the money is on its way: at `at`, or never. */
export function promise(ctx: SandboxContext, payment: Payment, at: number | undefined): void {
  if (failWhenClosed(ctx, payment)) return
  if (payment.loan) payment.loan.action = 'WAIT_FOR_WEBHOOK'
  awaitFunds(payment, at)
}

/** The shopper did his part, and nobody can say what the lender made of it. */
export function leaveUnclear(ctx: SandboxContext, payment: Payment): void {
  if (!failWhenClosed(ctx, payment)) endLoan(ctx, payment, 'VERIFY_REQUIRED')
}

export type Refusal = 'declined' | 'cancelled' | 'wrong-code'

/** An API payment has a webhook of this too; a hosted one only where the fraud rules marked it. */
export function refuse(ctx: SandboxContext, payment: Payment, why: Refusal): void {
  fail(payment, REFUSALS[why])
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
}

function failWhenClosed(ctx: SandboxContext, payment: Payment): boolean {
  const { checkoutToken } = payment
  if (checkoutToken === undefined || !isClosed(ctx, checkoutToken)) return false
  fail(payment, CLOSED)
  return true
}

const apmError = (tr: string, en: string): Failure => ({
  ...paymentError('APM_ERROR'),
  description: { tr, en },
})

/** The portal has one group for them all, APM_ERROR; the sentences are ours. */
const REFUSALS: Record<Refusal, Failure> = {
  declined: paymentError('APM_ERROR'),
  cancelled: apmError('Ödemeden vazgeçtiniz', 'You cancelled the payment'),
  'wrong-code': apmError('Doğrulama kodu yanlış', 'The code was wrong'),
}

const CLOSED = ApiError.invalid('4012', {
  tr: 'Ödeme formu kapanmış',
  en: 'The payment page was closed meanwhile',
})
