import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import type { PresentedCard } from '../cards/present-card'
import type { SandboxContext } from '../context'
import type { Charge } from '../payments/charge'
import { fail } from '../payments/finish-payment'
import { passesFraudRules } from '../payments/fraud-gate'
import { openPayment } from '../payments/open-payment'
import type { Failure, Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { refusalAfterRetry } from '../payments/try-second-pos'
import { checkWalletShare } from '../wallets/wallet-share'
import type { ThreeDSession } from './session'

export type Started =
  | { readonly payment: Payment; readonly session: ThreeDSession }
  | { readonly payment: Payment; readonly refused: Failure }

export interface ThreeDSReturn {
  readonly callbackUrl?: string
  readonly callbackVersion: 1 | 2
}

/** Opens a payment and the bank's page for it, unless the bank or the fraud rules refuse at once. */
export function startThreeDS(
  ctx: SandboxContext,
  charge: Charge,
  card: PresentedCard,
  back: ThreeDSReturn,
): Started {
  checkWalletShare(ctx, charge)
  const payment = openPayment(ctx, charge, card)
  const passed = passesFraudRules(ctx, payment)
  const refusal = passed ? refusalAfterRetry(ctx, { charge, card, payment }, 'init') : undefined
  if (refusal) fail(payment, refusal)
  if (payment.error) {
    // An API caller reads it in the answer; the hosted page's merchant learns of it by webhook only.
    if (payment.fraud && payment.checkoutToken !== undefined)
      enqueuePaymentWebhook(ctx, payment, 'CHECKOUTFORM_AUTH')
    return { payment, refused: payment.error }
  }
  const session: ThreeDSession = {
    id: randomUUID(),
    merchant: payment.merchant,
    paymentId: payment.id,
    callbackUrl: back.callbackUrl,
    callbackVersion: back.callbackVersion,
    checkoutToken: charge.checkoutToken,
    wrongCodes: 0,
    answered: false,
  }
  ctx.state.threeDSessions.push(session)
  return { payment, session }
}

export const refusedError = ({ code, group, description }: Failure): ApiError =>
  new ApiError(422, code, description, group)
