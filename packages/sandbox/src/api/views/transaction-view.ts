import { localTime } from '../../engine/clock/istanbul'
import type { Payment, Transaction } from '../../engine/payments/payment'
import { refundableOf, refundedOfTransaction, refundState } from '../../engine/refunds/refunded'
import type { World } from '../../engine/world'
import { toNumber } from '../../money/minor'
import { rateOf } from '../../money/share'
import { rateNumber } from './rate-number'

export const transactionViews = (payment: Payment) =>
  payment.transactions.map((transaction) => transactionView(payment, transaction))

function transactionView(payment: Payment, transaction: Transaction) {
  const { currency } = payment
  const money = (minor: number) => toNumber(minor, currency)
  const payout = transaction.paidPrice - rateOf(transaction.paidPrice, payment.bankRate)
  return {
    id: transaction.id,
    name: transaction.name,
    externalId: transaction.externalId,
    price: money(transaction.price),
    paidPrice: money(transaction.paidPrice),
    walletPrice: 0,
    merchantCommissionRate: rateNumber(payment.merchantRate),
    merchantCommissionRateAmount: money(transaction.paidPrice - transaction.price),
    merchantPayoutAmount: money(payout),
    subMerchantMemberId: transaction.subMerchantMemberId,
    subMerchantMemberPrice:
      transaction.subMerchantMemberPrice === undefined
        ? undefined
        : money(transaction.subMerchantMemberPrice),
    transactionStatus: 'WAITING_FOR_APPROVAL',
    blockageResolvedDate: localTime(payment.createdAt),
    payout: { paidPrice: money(transaction.paidPrice), currency, merchantPayoutAmount: money(payout) },
  }
}

/** A transaction as the reports show it (developer.craftgate.io/api/payment-reports/search-payment-transactions). */
export function reportedTransactionView(world: World, payment: Payment, transaction: Transaction) {
  const refunded = refundedOfTransaction(world, payment, transaction)
  return {
    ...transactionView(payment, transaction),
    createdDate: localTime(payment.createdAt),
    transactionStatusDate: localTime(payment.createdAt),
    refundablePrice: toNumber(refundableOf(world, payment, transaction), payment.currency),
    refundStatus: refundState(payment, refunded, transaction.paidPrice),
    bankCommissionRate: rateNumber(payment.bankRate),
    bankCommissionRateAmount: toNumber(rateOf(transaction.paidPrice, payment.bankRate), payment.currency),
  }
}
