import type { Payment, Transaction } from '../payments/payment'
import type { World } from '../world'

const holds = ({ status }: { readonly status: string }) => status !== 'FAILURE'
const sum = (refunds: readonly { readonly amount: number }[]) => refunds.reduce((all, { amount }) => all + amount, 0)

/** What of a payment went back or is on its way back, in minor units. */
export function refundedOf(world: World, payment: Payment): number {
  const cancelled = world.state.refunds.filter((refund) => refund.paymentId === payment.id && holds(refund))
  const partly = world.state.transactionRefunds.filter((refund) => refund.paymentId === payment.id && holds(refund))
  return sum(cancelled) + sum(partly)
}

/** What of a transaction can still go back, in minor units of what the card was charged. */
export function refundableOf(world: World, payment: Payment, transaction: Transaction): number {
  if (payment.status !== 'SUCCESS' || isCancelled(world, payment)) return 0
  const refunds = world.state.transactionRefunds.filter((refund) => refund.transactionId === transaction.id)
  return transaction.paidPrice - sum(refunds.filter(holds))
}

export const isCancelled = (world: World, payment: Payment): boolean =>
  world.state.refunds.some((refund) => refund.paymentId === payment.id && holds(refund))

/** The payment's or a transaction's refund state (developer.craftgate.io/api, İade Durumları). */
export function refundState(payment: Payment, refunded: number, whole: number): string {
  if (payment.status !== 'SUCCESS') return 'NO_REFUND'
  if (refunded === 0) return 'NOT_REFUNDED'
  return refunded < whole ? 'PARTIAL_REFUNDED' : 'FULLY_REFUNDED'
}
