import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { Payment, Transaction } from '../../engine/payments/payment'
import { blockageResolvedAt, transactionStatus } from '../../engine/payments/transaction-approval'
import { refundableOf, refundedOfTransaction, refundState } from '../../engine/refunds/refunded'
import { toNumber, toText } from '../../money/minor'
import { rateBetween, rateOf } from '../../money/share'

export const transactionViews = (payment: Payment) =>
  payment.transactions.map((transaction) => transactionView(payment, transaction))

/**
 * What the bank pays out is shared between the seller, who gets the price that was agreed for the item, and the
 * merchant, who gets the rest and bears the bank's commission. Everything is paid out in the payment's own currency.
 */
export function transactionView(payment: Payment, transaction: Transaction) {
  const { currency } = payment
  const money = (minor: number) => toNumber(minor, currency)
  const seller = transaction.subMerchantMemberPrice ?? 0
  const merchant = transaction.paidPrice - rateOf(byCard(transaction), payment.bankRate) - seller
  return {
    id: transaction.id,
    name: transaction.name,
    externalId: transaction.externalId,
    price: money(transaction.price),
    paidPrice: money(transaction.paidPrice),
    walletPrice: money(transaction.walletPrice ?? 0),
    merchantCommissionRate: rateNumber(payment.merchantRate),
    merchantCommissionRateAmount: money(transaction.paidPrice - transaction.price),
    merchantPayoutAmount: money(merchant),
    ...(transaction.subMerchantMemberId === undefined
      ? {}
      : sellerView(transaction, { seller, merchant, money })),
    transactionStatus: transactionStatus(payment, transaction),
    blockageResolvedDate: localTime(blockageResolvedAt(payment, transaction)),
    payout: {
      paidPrice: money(transaction.paidPrice),
      parity: 1,
      currency,
      merchantPayoutAmount: money(merchant),
      subMerchantMemberPayoutAmount: money(seller),
    },
  }
}

/** What the bank charged, and keeps its part of. */
const byCard = ({ paidPrice, walletPrice = 0 }: Transaction): number => paidPrice - walletPrice

interface Payouts {
  readonly seller: number
  readonly merchant: number
  readonly money: (minor: number) => number
}

/** The seller's payout rate is the portal's: his money in proportion to the merchant's. */
const sellerView = ({ subMerchantMemberId }: Transaction, { seller, merchant, money }: Payouts) => ({
  subMerchantMemberId,
  subMerchantMemberPrice: money(seller),
  subMerchantMemberPayoutRate: merchant > 0 ? Number(toText(rateBetween(seller, merchant), 6)) : 0,
  subMerchantMemberPayoutAmount: money(seller),
})

/** A transaction as the reports show it (developer.craftgate.io/api/payment-reports/search-payment-transactions). */
export function reportedTransactionView(ctx: SandboxContext, payment: Payment, transaction: Transaction) {
  const refunded = refundedOfTransaction(ctx, payment, transaction)
  return {
    ...transactionView(payment, transaction),
    createdDate: localTime(payment.createdAt),
    transactionStatusDate: localTime(payment.createdAt),
    refundablePrice: toNumber(refundableOf(ctx, payment, transaction), payment.currency),
    refundStatus: refundState(payment, refunded, transaction.paidPrice),
    bankCommissionRate: rateNumber(payment.bankRate),
    bankCommissionRateAmount: toNumber(rateOf(byCard(transaction), payment.bankRate), payment.currency),
  }
}

/** A rate as JSON carries it, in percent: 42500 is 4.25. */
export const rateNumber = (rate: number): number => Number(toText(rate, 4))
