import { paymentError } from '../../errors/payment-errors'
import type { SandboxContext } from '../context'
import { checkWalletShare } from '../wallets/wallet-share'
import type { Charge } from './charge'
import { fail, succeed } from './finish-payment'
import { passesFraudRules } from './fraud-gate'
import { openPaymentWithoutPos } from './open-payment'
import type { Payment } from './payment'
import { enqueuePaymentWebhook } from './payment-webhook'
import { isOrderIdUsed } from './refusal'

/** A payment that the buyer's wallet pays whole: no card, no POS, no bank's references. */
export function payByWallet(ctx: SandboxContext, charge: Charge): Payment {
  checkWalletShare(ctx, charge)
  const payment = openPaymentWithoutPos(ctx, charge)
  if (passesFraudRules(ctx, payment)) {
    if (isOrderIdUsed(ctx, payment)) fail(payment, paymentError('ORDER_ID_ALREADY_USED'))
    else succeed(ctx, payment)
  }
  enqueuePaymentWebhook(ctx, payment, 'API_AUTH')
  return payment
}

/** Whether the wallet pays all of it. */
export const isWalletOnly = ({
  walletPrice = 0,
  paidPrice,
}: Pick<Charge, 'walletPrice' | 'paidPrice'>): boolean => walletPrice > 0 && walletPrice === paidPrice
