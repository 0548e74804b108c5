import { localTime } from '../../engine/clock/istanbul'
import { merchantOf, type SandboxContext } from '../../engine/context'
import { findMember } from '../../engine/members/find-member'
import type { Payment, Transaction } from '../../engine/payments/payment'
import { blockageResolvedAt, transactionStatus } from '../../engine/payments/transaction-approval'
import { payoutStatusOf } from '../../engine/payouts/payout-status'
import { byCard, sharesOf } from '../../engine/payouts/shares'
import { refundableOf, refundedOfTransaction, refundState } from '../../engine/refunds/refunded'
import { toNumber, toText } from '../../money/minor'
import { rateBetween, rateOf } from '../../money/share'
import { memberView } from '../members/member-view'

export const transactionViews = (payment: Payment) =>
  payment.transactions.map((transaction) => transactionView(payment, transaction))

/** Everything is paid out in the payment's own currency. */
export function transactionView(payment: Payment, transaction: Transaction) {
  const { currency } = payment
  const money = (minor: number) => toNumber(minor, currency)
  const { seller, merchant } = sharesOf(payment, transaction)
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
  const own = { payment, transaction }
  const merchant = payoutStatusOf(ctx, own, 'MERCHANT')
  const seller = payoutStatusOf(ctx, own, 'SUB_MERCHANT_MEMBER')
  const member = findMember(ctx, merchantOf(ctx, payment.merchant), transaction.subMerchantMemberId)
  return {
    ...transactionView(payment, transaction),
    subMerchantMember: member && memberView(member),
    payoutStatus: {
      merchantStatus: merchant?.status,
      merchantStatusDate: merchant && localTime(merchant.at),
      subMerchantMemberStatus: seller?.status,
      subMerchantMemberStatusDate: seller && localTime(seller.at),
    },
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
