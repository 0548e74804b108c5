import type { SandboxContext } from '../context'
import type { Payment, Transaction } from '../payments/payment'

const holds = ({ status }: { readonly status: string }) => status !== 'FAILURE'
const sum = (refunds: readonly { readonly amount: number }[]) =>
  refunds.reduce((all, { amount }) => all + amount, 0)

const arrived = ({ status }: { readonly status: string }) => status === 'SUCCESS'

type OfPayment = { readonly paymentId: number; readonly merchant: string }

/** Whether a refund is of this payment: another merchant's payment may have the same id. */
export const isRefundOf =
  ({ id, merchant }: Payment) =>
  (refund: OfPayment): boolean =>
    refund.paymentId === id && refund.merchant === merchant

const refundsOf = ({ state }: SandboxContext, payment: Payment) =>
  [...state.refunds, ...state.transactionRefunds].filter(isRefundOf(payment))

/** Whether the bank let a pre-authorization go, because nobody captured it in time. */
export const isReleased = ({ clock }: SandboxContext, { phase, holdsUntil }: Payment): boolean =>
  phase === 'PRE_AUTH' && holdsUntil !== undefined && clock.now() >= holdsUntil

/** What of a payment can still go back, in minor units. */
export function leftOf(ctx: SandboxContext, payment: Payment): number {
  if (payment.status !== 'SUCCESS' || payment.deposit || isReleased(ctx, payment)) return 0
  return payment.paidPrice - heldBack(ctx, payment)
}

/** What of a payment went back or is on its way back, in minor units; this much can not be refunded again. */
export const heldBack = (ctx: SandboxContext, payment: Payment): number =>
  sum(refundsOf(ctx, payment).filter(holds))

/** What of a payment went back, in minor units; a WAITING refund has not. */
export const refundedOf = (ctx: SandboxContext, payment: Payment): number =>
  sum(refundsOf(ctx, payment).filter(arrived))

/** What of a transaction can still go back, in minor units of what the card was charged. */
export function refundableOf(ctx: SandboxContext, payment: Payment, transaction: Transaction): number {
  if (payment.status !== 'SUCCESS' || isCancelled(ctx, payment) || isReleased(ctx, payment)) return 0
  const refunds = ctx.state.transactionRefunds.filter(
    (refund) => isRefundOf(payment)(refund) && refund.transactionId === transaction.id,
  )
  return transaction.paidPrice - sum(refunds.filter(holds))
}

/** What of a transaction went back: a cancelled payment takes all its transactions along. */
export function refundedOfTransaction(
  ctx: SandboxContext,
  payment: Payment,
  { id, paidPrice }: Transaction,
): number {
  const cancelled = ctx.state.refunds.some((refund) => isRefundOf(payment)(refund) && arrived(refund))
  if (cancelled) return paidPrice
  return sum(
    ctx.state.transactionRefunds.filter(
      (refund) => isRefundOf(payment)(refund) && refund.transactionId === id && arrived(refund),
    ),
  )
}

/** What of that the merchant bore alone. */
export const chargedToMerchant = (
  ctx: SandboxContext,
  payment: Payment,
  { id, paidPrice }: Transaction,
): number =>
  sum(
    refundsOf(ctx, payment)
      .filter((refund) => arrived(refund) && refund.chargedToMerchant)
      .filter((refund) => !('transactionId' in refund) || refund.transactionId === id)
      .map((refund) => ('transactionId' in refund ? refund : { amount: paidPrice })),
  )

export const isCancelled = (ctx: SandboxContext, payment: Payment): boolean =>
  ctx.state.refunds.some((refund) => isRefundOf(payment)(refund) && holds(refund))

/** The payment's or a transaction's refund state (developer.craftgate.io/api, İade Durumları). */
export function refundState(payment: Payment, refunded: number, whole: number): string {
  if (payment.status !== 'SUCCESS') return 'NO_REFUND'
  if (refunded === 0) return 'NOT_REFUNDED'
  return refunded < whole ? 'PARTIAL_REFUNDED' : 'FULLY_REFUNDED'
}
