import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
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
    walletTransaction: walletTransaction(payment),
  }
}

/**
 * What the wallet of a successful deposit has recorded. A member's wallet has the member's number; our reading, as the
 * emulator plays no wallets.
 */
export const walletTransaction = ({ deposit, status, method, buyerMemberId, price, currency }: Payment) =>
  deposit && status === 'SUCCESS'
    ? {
        id: deposit.walletTransactionId,
        walletTransactionType: sourceOf(method),
        amount: toNumber(price, currency),
        walletId: buyerMemberId,
      }
    : undefined

function sourceOf(method: MethodName) {
  if (method === 'FUND_TRANSFER') return 'DEPOSIT_FROM_FUND_TRANSFER'
  return METHODS[method].paymentType === 'APM' ? 'DEPOSIT_FROM_APM' : 'DEPOSIT_FROM_CARD'
}
