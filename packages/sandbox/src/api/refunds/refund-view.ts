import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { Payment } from '../../engine/payments/payment'
import { paymentType } from '../../engine/payments/payment-type'
import type { Refund, TransactionRefund } from '../../engine/refunds/refund'
import type { WholeRefund } from '../../engine/refunds/refund-payment'
import { isRefundOf } from '../../engine/refunds/refunded'
import { toNumber } from '../../money/minor'
import type { Lang } from '../api-context'
import { errorView } from '../payments/payment-view'

/** What of a refund goes into the buyer's wallet. */
const walletOf = ({ destination, amount, walletAmount = 0 }: Refund | TransactionRefund): number =>
  destination === 'WALLET' ? amount : walletAmount

function facts(refund: Refund | TransactionRefund) {
  const amount = toNumber(refund.amount, refund.currency)
  const toWallet = walletOf(refund)
  return {
    id: refund.id,
    conversationId: refund.conversationId,
    createdDate: localTime(refund.createdAt),
    status: refund.status,
    refundPrice: amount,
    refundBankPrice: toNumber(refund.amount - toWallet, refund.currency),
    refundWalletPrice: toNumber(toWallet, refund.currency),
    refundDestinationType: refund.destination,
    authCode: refund.authCode,
    hostReference: refund.hostReference,
    transId: refund.transId,
    paymentId: refund.paymentId,
  }
}

/** developer.craftgate.io/api/refund/refund-transaction */
export const transactionRefundView = (refund: TransactionRefund) => ({
  ...facts(refund),
  currency: refund.tamperedCurrency ?? refund.currency,
  isAfterSettlement: refund.isAfterSettlement ?? false,
  paymentTransactionId: refund.transactionId,
})

/** A cancelled payment, by itself (developer.craftgate.io/api/refund/retrieve-refund). */
export const cancelView = (refund: Refund) => ({
  ...facts(refund),
  currency: refund.tamperedCurrency ?? refund.currency,
  refundType: refund.type,
  paymentTransactionRefunds: [],
})

/** A whole refund: CANCEL has an id and no parts, REFUND has parts and no id, as the portal says. */
export function wholeRefundView(payment: Payment, whole: WholeRefund, destination: string) {
  if (whole.type === 'CANCEL') return cancelView(whole.refund)
  const [first] = whole.refunds
  const amount = whole.refunds.reduce((sum, refund) => sum + refund.amount, 0)
  const toWallet = whole.refunds.reduce((sum, refund) => sum + walletOf(refund), 0)
  return {
    conversationId: first?.conversationId,
    createdDate: localTime(first?.createdAt ?? payment.createdAt),
    status: first?.status,
    refundPrice: toNumber(amount, payment.currency),
    refundBankPrice: toNumber(amount - toWallet, payment.currency),
    refundWalletPrice: toNumber(toWallet, payment.currency),
    refundType: 'REFUND',
    refundDestinationType: destination,
    currency: payment.tampered?.currency ?? payment.currency,
    paymentId: payment.id,
    paymentTransactionRefunds: whole.refunds.map(transactionRefundView),
  }
}

/** developer.craftgate.io/api/payment-reports/search-refunds */
export function reportedRefundView(ctx: SandboxContext, refund: Refund | TransactionRefund, lang: Lang) {
  const payment = ctx.state.payments.find((one) => isRefundOf(one)(refund))
  return {
    ...facts(refund),
    paymentType: payment && paymentType(payment),
    error: refund.error && errorView(refund.error, lang),
  }
}

/** developer.craftgate.io/api/payment-reports/search-transaction-refunds */
export const reportedTransactionRefundView = (
  ctx: SandboxContext,
  refund: TransactionRefund,
  lang: Lang,
) => ({
  ...reportedRefundView(ctx, refund, lang),
  currency: refund.tamperedCurrency ?? refund.currency,
  isAfterSettlement: refund.isAfterSettlement ?? false,
  paymentTransactionId: refund.transactionId,
})
