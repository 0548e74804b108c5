import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import { awaitFunds, awaitMerchant } from '../payments/awaiting'
import { succeed } from '../payments/finish-payment'
import { isHeld } from '../payments/held-payments'
import type { Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { usualEnd } from './lenders'
import type { LoanAction } from './loan'

/** How long a lender takes that decides later; ours, the portal names no time. */
export const LENDER_TAKES = milliseconds({ days: 1 })

/** The lender grants the loan: what that comes to is the lender's own rule, unless a test asked for another end. */
export function grantLoan(ctx: SandboxContext, payment: Payment): void {
  const { nextLoan } = ctx.faultSettings
  ctx.faultSettings.nextLoan = undefined
  endLoan(ctx, payment, nextLoan ?? (payment.loan ? usualEnd(payment.method, payment.loan) : 'NONE'))
}

/** Brings a loan to an end that the lender's page, or a test, chose. */
export function endLoan(ctx: SandboxContext, payment: Payment, action: LoanAction): void {
  if (payment.loan) payment.loan.action = action
  switch (action) {
    case 'NONE':
      if (isHeld(ctx, payment, 'WAITING')) return
      succeed(ctx, payment)
      break
    case 'APPROVAL_REQUIRED':
      awaitMerchant(payment, 'approval')
      break
    // The webhook comes when the lender has decided; who cannot be asked sends none.
    case 'WAIT_FOR_WEBHOOK':
      awaitFunds(payment, ctx.clock.now() + LENDER_TAKES)
      return
    case 'VERIFY_REQUIRED':
      awaitMerchant(payment, 'verification')
      return
  }
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
}

/** The merchant lets the lender pay (developer.craftgate.io/api/bnpl-payments/approve). Throws a validation error. */
export function approveLoan(ctx: SandboxContext, payment: Payment): void {
  const { loan } = payment
  if (!loan) throw NO_LOAN
  if (loan.approved) throw APPROVED_BEFORE
  if (payment.awaits !== 'approval') throw NOTHING_TO_APPROVE
  loan.approved = true
  endLoan(ctx, payment, 'NONE')
}

/** Asks the lender again where a loan's end was unclear; what was clear stays. Throws a validation error. */
export function verifyLoan(ctx: SandboxContext, payment: Payment): void {
  if (!payment.loan) throw NO_LOAN
  if (payment.awaits === 'verification') grantLoan(ctx, payment)
}

const NO_LOAN = ApiError.invalid('4110', {
  tr: 'Ödeme, alışveriş kredisi ödemesi değil',
  en: 'The payment is none by shopping loan',
})

const APPROVED_BEFORE = ApiError.invalid('4111', {
  tr: 'Kredi daha önce onaylanmış',
  en: 'The loan was approved before',
})

const NOTHING_TO_APPROVE = ApiError.invalid('4112', {
  tr: 'Kredi, onay bekleyen durumda değil',
  en: 'The loan does not wait for an approval',
})
