import type { Payment } from '../../engine/payments/payment'
import { depositType } from '../../engine/wallets/move-wallet'
import { toNumber } from '../../money/minor'
import type { Lang } from '../api-context'
import { basePaymentView } from '../payments/payment-view'

/** developer.craftgate.io/api/wallet/create-top-up; the wallet has its record once the money came. */
export function depositView(payment: Payment, lang: Lang) {
  const view = basePaymentView(payment, lang)
  const { id, createdDate, price, currency, buyerMemberId, conversationId, paymentType, paymentStatus } = view
  const { bankCommissionRate, bankCommissionRateAmount, authCode, hostReference, transId, orderId } = view
  const { cardUserKey, cardToken, fraudId, fraudAction } = view
  return {
    ...{ id, createdDate, price, currency, buyerMemberId, conversationId, paymentType, paymentStatus },
    ...{ bankCommissionRate, bankCommissionRateAmount, authCode, hostReference, transId, orderId },
    ...{ cardUserKey, cardToken, fraudId, fraudAction },
    walletTransaction: walletTransaction(payment),
  }
}

/**
 * What the wallet of a successful deposit has recorded. A member's wallet has the member's number.
 */
export function walletTransaction(payment: Payment) {
  const { deposit, status, buyerMemberId, price, currency } = payment
  return deposit && status === 'SUCCESS'
    ? {
        id: deposit.walletTransactionId,
        walletTransactionType: depositType(payment),
        amount: toNumber(price, currency),
        walletId: buyerMemberId,
      }
    : undefined
}
