import { paymentError } from '../../errors/payment-errors'
import type { MethodEntry } from '../../hosted-page-service'
import type { SandboxContext } from '../context'
import type { MethodName } from '../methods/method'
import { METHODS } from '../methods/methods'
import { requireOpenMethod } from '../methods/open-method'
import type { Charge } from '../payments/charge'
import { fail } from '../payments/finish-payment'
import { passesFraudRules } from '../payments/fraud-gate'
import type { Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { isOrderIdUsed } from '../payments/refusal'
import { ONE_TIME_CODE } from '../threeds/submit-otp'
import { approve, refuse } from './approve'
import { isRightAppCode } from './check-entry'
import { openMethodPayment } from './open-method-payment'
import { openSession, type Visit } from './open-session'
import type { ProviderSession } from './session'

export interface ApmStart {
  readonly charge: Charge
  readonly method: MethodName
  readonly entry: Omit<MethodEntry, 'method'>
  /** Where the shopper is sent, once the payment is known. */
  readonly visit: (payment: Payment) => Visit
}

/** A payment that the API starts; the session is the page that the shopper is sent to, where there is one. */
export interface ApmStarted {
  readonly payment: Payment
  readonly session?: ProviderSession
}

export function startByApi(ctx: SandboxContext, { charge, method, entry, visit }: ApmStart): ApmStarted {
  requireOpenMethod(charge.merchant, method)
  const payment = openMethodPayment(ctx, charge, method)
  const passed = passesFraudRules(ctx, payment)
  if (passed && isOrderIdUsed(ctx, payment)) fail(payment, paymentError('ORDER_ID_ALREADY_USED'))
  if (payment.error) {
    enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
    return { payment }
  }
  const { page, asks } = METHODS[method]
  if (page === 'code') return { payment }
  if (page === 'none') {
    if (asks === undefined || isRightAppCode(entry.code)) approve(ctx, payment)
    else refuse(ctx, payment, 'wrong-code')
    return { payment }
  }
  return { payment, session: openSession(ctx, payment, visit(payment)) }
}

/**
 * The one-time code of a payment that waits for one. A wrong code ends the payment: the portal's answer is SUCCESS or
 * FAILURE, with no word of a second try.
 */
export function completeByCode(ctx: SandboxContext, payment: Payment, code: string | undefined): void {
  if (code?.trim() === ONE_TIME_CODE) approve(ctx, payment)
  else refuse(ctx, payment, 'wrong-code')
}
