import { type Money, money } from '../money'
import type { ReportedPayment } from '../payment'
import type { PaymentOperation } from '../platform'
import { type PartialRefunds, type TransactionShare, touchedElsewhere } from './allocation'
import type { OperationOrder, PlanInput } from './context'
import { type ReportedTransaction, reportedTransactions } from './craftgate-calls'
import { capturedPrice, type RefundedByUs, refundedByUs } from './operation'
import type { Rejection } from './operation-message'
import { type OperationPlan, planCapture, planVoid, type WholePayment } from './plan-capture'
import { planRefund, planRest, type RefundablePayment } from './plan-refund'

// Craftgate's report of a payment beside what our own operations did to it: what the plans work with.

export function plannerOf({ kind, request }: OperationOrder, mode: PartialRefunds) {
  const { amount, items = [], onlyUncaptured = false, orTheRest = false } = request
  return async (input: PlanInput): Promise<OperationPlan | Rejection> => {
    const { newKey } = input.run
    if (kind === 'capture') return planCapture({ amount, newKey }, wholePayments(input))
    const isTheRest = orTheRest && wholePayments(input).some(({ refunded }) => refunded === 'a part')
    if (kind === 'void' && isTheRest) return planRest(newKey, await refundablePayments(input))
    if (kind === 'void') return planVoid({ onlyUncaptured, newKey }, wholePayments(input))
    if (amount === undefined) throw new Error(`Refund ${request.key} names no amount`)
    return planRefund({ amount, items, mode, newKey }, await refundablePayments(input))
  }
}

function wholePayments({ payments, operations }: PlanInput): readonly WholePayment[] {
  return payments.map((payment) => ({
    paymentId: payment.paymentId,
    phase: payment.phase,
    refunded: refundedNow(payment, oursOf(payment, operations)),
    underReview: payment.fraud?.action === 'REVIEW',
    price: capturedPrice(payment, operations),
    paidPrice: payment.paidPrice,
  }))
}

/** Throws CraftgateError. */
function refundablePayments({ run, payments, operations }: PlanInput): Promise<RefundablePayment[]> {
  return Promise.all(
    payments.map(async (payment) => {
      const ours = oursOf(payment, operations)
      const transactions = await reportedTransactions(run.client, payment)
      const shares = transactions.map((transaction) => shareOf(transaction, payment, ours))
      return {
        paymentId: payment.paymentId,
        price: capturedPrice(payment, operations),
        paidPrice: payment.paidPrice,
        divisible: payment.phase === 'AUTH',
        untouched: refundedNow(payment, ours) === 'nothing' && !shares.some(touchedElsewhere),
        transactions: shares,
      }
    }),
  )
}

function shareOf(
  { id, externalId, price, paidPrice, refundable }: ReportedTransaction,
  payment: ReportedPayment,
  ours: RefundedByUs,
): TransactionShare {
  const { paymentId } = payment
  const everything = ours.everything(paymentId)
  return {
    ...{ id, paymentId, externalId, price, paidPrice },
    refundable: refundedNow(payment, ours) === 'everything' ? nothing(price) : refundable,
    refundedPrice: everything ? price : ours.price(id),
    refundedPaid: everything ? paidPrice : ours.paid(id),
  }
}

const oursOf = ({ price }: ReportedPayment, operations: readonly PaymentOperation[]): RefundedByUs =>
  refundedByUs(operations, price.currency)

/** How much of the payment went back: as Craftgate reports it, or more when the report lags behind our own operations. */
function refundedNow(
  { paymentId, refunded }: ReportedPayment,
  ours: RefundedByUs,
): ReportedPayment['refunded'] {
  if (ours.everything(paymentId)) return 'everything'
  return refunded === 'nothing' && !ours.nothing(paymentId) ? 'a part' : refunded
}

const nothing = ({ currency }: Money): Money => money(0, currency)
