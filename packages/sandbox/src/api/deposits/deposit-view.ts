import type { SandboxContext } from '../../engine/context'
import type { Payment } from '../../engine/payments/payment'
import { walletOf } from '../../engine/wallets/find-wallet'
import { depositType } from '../../engine/wallets/move-wallet'
import { toNumber } from '../../money/minor'
import type { Lang } from '../api-context'
import { basePaymentView } from '../payments/payment-view'

/** developer.craftgate.io/api/wallet/create-top-up; the wallet has its record once the money came. */
export function depositView(ctx: SandboxContext, payment: Payment, lang: Lang) {
  const view = basePaymentView(payment, lang)
  const { id, createdDate, price, currency, buyerMemberId, conversationId, paymentType, paymentStatus } = view
  const { bankCommissionRate, bankCommissionRateAmount, authCode, hostReference, transId, orderId } = view
  const { cardUserKey, cardToken, fraudId, fraudAction } = view
  return {
    ...{ id, createdDate, price, currency, buyerMemberId, conversationId, paymentType, paymentStatus },
    ...{ bankCommissionRate, bankCommissionRateAmount, authCode, hostReference, transId, orderId },
    ...{ cardUserKey, cardToken, fraudId, fraudAction },
    walletTransaction: walletTransaction(ctx, payment),
  }
}

/** What the wallet of a successful deposit has recorded. */
export function walletTransaction(ctx: SandboxContext, payment: Payment) {
  const { deposit, status, merchant, buyerMemberId: memberId, price, currency } = payment
  return deposit && status === 'SUCCESS'
    ? {
        id: deposit.walletTransactionId,
        walletTransactionType: depositType(payment),
        amount: toNumber(price, currency),
        walletId: walletOf(ctx, { merchant, memberId, currency }).id,
      }
    : undefined
}
