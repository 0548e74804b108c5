import type { Payment, Transaction } from '../payments/payment'
import type { World } from '../world'

const holds = ({ status }: { readonly status: string }) => status !== 'FAILURE'
const sum = (refunds: readonly { readonly amount: number }[]) =>
  refunds.reduce((all, { amount }) => all + amount, 0)

const arrived = ({ status }: { readonly status: string }) => status === 'SUCCESS'

const refundsOf = ({ state }: World, { id }: Payment) =>
  [...state.refunds, ...state.transactionRefunds].filter(({ paymentId }) => paymentId === id)

/** What of a payment went back or is on its way back, in minor units; this much can not be refunded again. */
export const heldBack = (world: World, payment: Payment): number =>
  sum(refundsOf(world, payment).filter(holds))

/** What of a payment went back, in minor units; a WAITING refund has not. */
export const refundedOf = (world: World, payment: Payment): number =>
  sum(refundsOf(world, payment).filter(arrived))

/** What of a transaction can still go back, in minor units of what the card was charged. */
export function refundableOf(world: World, payment: Payment, transaction: Transaction): number {
  if (payment.status !== 'SUCCESS' || isCancelled(world, payment)) return 0
  const refunds = world.state.transactionRefunds.filter((refund) => refund.transactionId === transaction.id)
  return transaction.paidPrice - sum(refunds.filter(holds))
}

/** What of a transaction went back: a cancelled payment takes all its transactions along. */
export function refundedOfTransaction(
  world: World,
  payment: Payment,
  { id, paidPrice }: Transaction,
): number {
  const cancelled = world.state.refunds.some((refund) => refund.paymentId === payment.id && arrived(refund))
  if (cancelled) return paidPrice
  return sum(
    world.state.transactionRefunds.filter((refund) => refund.transactionId === id && arrived(refund)),
  )
}

export const isCancelled = (world: World, payment: Payment): boolean =>
  world.state.refunds.some((refund) => refund.paymentId === payment.id && holds(refund))

/** The payment's or a transaction's refund state (developer.craftgate.io/api, İade Durumları). */
export function refundState(payment: Payment, refunded: number, whole: number): string {
  if (payment.status !== 'SUCCESS') return 'NO_REFUND'
  if (refunded === 0) return 'NOT_REFUNDED'
  return refunded < whole ? 'PARTIAL_REFUNDED' : 'FULLY_REFUNDED'
}
