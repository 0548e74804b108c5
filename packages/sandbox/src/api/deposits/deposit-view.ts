import type { Payment } from '../../engine/payments/payment'
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
    walletTransaction: payment.status === 'SUCCESS' ? walletTransaction(payment) : undefined,
  }
}

/** A member's wallet has the member's number; our reading, as the emulator plays no wallets. */
const walletTransaction = ({ deposit, buyerMemberId, price, currency }: Payment) =>
  deposit && {
    id: deposit.walletTransactionId,
    walletTransactionType: 'DEPOSIT_FROM_CARD',
    amount: toNumber(price, currency),
    walletId: buyerMemberId,
  }
