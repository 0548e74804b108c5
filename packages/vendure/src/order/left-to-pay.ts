import { type Order, type Payment, totalCoveredByPayments } from '@vendure/core'

/** Placed unpaid: the money comes by bank transfer or on delivery. */
export const AWAITING_FUNDS = 'AwaitingFunds'
export type AwaitingFunds = typeof AWAITING_FUNDS

declare module '@vendure/core' {
  interface OrderStates {
    AwaitingFunds: never
  }
}

const PAYABLE: ReadonlySet<string> = new Set([
  'AddingItems',
  'ArrangingPayment',
  'ArrangingAdditionalPayment',
])
const VOID: ReadonlySet<string> = new Set(['Error', 'Declined', 'Cancelled'])

/** States in which a shopper can still begin to pay an order. */
export function isPayable(order: Order): boolean {
  return PAYABLE.has(order.state)
}

/** States in which an order can still take money. */
export const takesMoney = (order: Order): boolean => isPayable(order) || order.state === AWAITING_FUNDS

/**
 * What is left to pay, as Vendure stores amounts; 0 for an order that can take no money any more (paid, cancelled).
 * Needs `payments.refunds`.
 */
export function leftToPay(order: Order): number {
  return takesMoney(order) ? order.totalWithTax - totalCoveredByPayments(order) : 0
}

/** Payments that cover a part of the order already, with what they cover. */
export function coveredBy(order: Order): { method: string; amount: number }[] {
  return order.payments.filter((payment) => !VOID.has(payment.state)).map(covering)
}

function covering(payment: Payment): { method: string; amount: number } {
  const given = (payment.refunds ?? []).filter((refund) => refund.state === 'Settled')
  return { method: payment.method, amount: given.reduce((left, { total }) => left - total, payment.amount) }
}
