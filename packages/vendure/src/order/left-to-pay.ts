import { type Order, type Payment, totalCoveredByPayments } from '@vendure/core'

const PAYABLE: ReadonlySet<string> = new Set([
  'AddingItems',
  'ArrangingPayment',
  'ArrangingAdditionalPayment',
])
const VOID: ReadonlySet<string> = new Set(['Error', 'Declined', 'Cancelled'])

/** States in which an order can still take money. */
export function isPayable(order: Order): boolean {
  return PAYABLE.has(order.state)
}

/**
 * What is left to pay, as Vendure stores amounts; 0 for an order that can take no money any more (placed, cancelled).
 * Needs `payments.refunds`.
 */
export function leftToPay(order: Order): number {
  return isPayable(order) ? order.totalWithTax - totalCoveredByPayments(order) : 0
}

/** Payments that cover a part of the order already, with what they cover. */
export function coveredBy(order: Order): { method: string; amount: number }[] {
  return order.payments.filter((payment) => !VOID.has(payment.state)).map(covering)
}

function covering(payment: Payment): { method: string; amount: number } {
  const given = (payment.refunds ?? []).filter((refund) => refund.state === 'Settled')
  return { method: payment.method, amount: given.reduce((left, { total }) => left - total, payment.amount) }
}
