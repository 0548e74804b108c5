import type { PresentedCard } from '../cards/present-card'
import type { SandboxContext } from '../context'
import { checkWalletShare } from '../wallets/wallet-share'
import type { Charge } from './charge'
import { fail, succeed } from './finish-payment'
import { passesFraudRules } from './fraud-gate'
import { isHeld } from './held-payments'
import { openPayment } from './open-payment'
import type { Payment } from './payment'
import { enqueuePaymentWebhook } from './payment-webhook'
import { refusalAfterRetry } from './try-second-pos'

/**
 * A payment without 3D Secure, from request to answer. A refusal is a payment with status FAILURE.
 * Throws a validation error when no POS may take it.
 */
export function pay(ctx: SandboxContext, charge: Charge, card: PresentedCard): Payment {
  checkWalletShare(ctx, charge)
  const payment = openPayment(ctx, charge, card)
  if (passesFraudRules(ctx, payment)) {
    const refusal = refusalAfterRetry(ctx, { charge, card, payment }, 'pay')
    if (refusal) fail(payment, refusal)
    else if (!isHeld(ctx, payment, 'WAITING')) succeed(ctx, payment)
  }
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
  return payment
}
