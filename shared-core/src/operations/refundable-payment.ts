import type { Gateway } from '../client/gateway'
import { type Money, money } from '../money'
import type { PaymentOperation } from '../platform'
import { readAmount } from './call/read-answer'
import type { ReportedPayment } from './call/reported-payment'
import { type ReportedTransaction, reportedTransactions } from './call/reported-transactions'
import { capturedPrice } from './captured-price'
import { touchedElsewhere } from './plan/card-money'
import type { RefundablePayment } from './plan/plan-refund'
import type { TransactionShare } from './plan/transaction-share'
import { type RefundedByUs, refundedByUs, refundedOf } from './refunded-by-us'

/** The payment as a refund sees it: Craftgate's report beside what our own refunds did. Throws CraftgateError. */
export async function refundablePayment(
  gateway: Gateway,
  payment: ReportedPayment,
  operations: readonly PaymentOperation[],
): Promise<RefundablePayment> {
  const ours = refundedByUs(operations, payment.price.currency)
  const transactions = await reportedTransactions(gateway, payment.id)
  const shares = transactions.map((transaction) => shareOf(transaction, payment, ours))
  return {
    paymentId: payment.id,
    price: capturedPrice(payment, operations),
    paidPrice: payment.paidPrice,
    divisible: payment.phase === 'AUTH',
    untouched: refundedOf(payment, ours) === 'nothing' && !shares.some(touchedElsewhere),
    transactions: shares,
  }
}

function shareOf(
  transaction: ReportedTransaction,
  payment: ReportedPayment,
  ours: RefundedByUs,
): TransactionShare {
  const amount = (value: string | number) => readAmount(value, payment.price.currency)
  const [price, paidPrice] = [amount(transaction.price), amount(transaction.paidPrice)]
  const gone = refundedOf(payment, ours) === 'everything'
  return {
    id: transaction.id,
    externalId: transaction.externalId ?? undefined,
    price,
    paidPrice,
    refundable: gone ? nothing(price) : amount(transaction.refundablePrice ?? transaction.paidPrice),
    refundedPrice: ours.everything ? price : ours.price(transaction.id),
    refundedPaid: ours.everything ? paidPrice : ours.paid(transaction.id),
  }
}

const nothing = (like: Money): Money => money(0, like.currency)
