import { METHODS } from '../methods/methods'
import type { Payment } from './payment'

type Paid = Pick<Payment, 'deposit' | 'method' | 'walletPrice'> & { readonly paidPrice?: number }

/** A deposit is named so whatever paid it. */
export function paymentType({ deposit, method, walletPrice = 0, paidPrice }: Paid) {
  if (deposit) return 'DEPOSIT_PAYMENT'
  if (walletPrice === 0) return METHODS[method].paymentType
  return walletPrice === paidPrice ? 'WALLET_PAYMENT' : 'CARD_AND_WALLET_PAYMENT'
}

/** Who takes the money: Craftgate's own wallet where that pays all of it. */
export const paymentProvider = (payment: Paid) =>
  paymentType(payment) === 'WALLET_PAYMENT' ? 'CG_WALLET' : METHODS[payment.method].paymentProvider
