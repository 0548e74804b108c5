import type { EmulatorContext } from '../context/emulator-context'
import type { Order } from '../context/order'
import type { PaymentSession } from '../context/payment-session'
import { isUnderway, type Transaction, type TransactionKind } from '../context/transaction'
import { sessionOfOrder } from './order'

export type FinancialStatus = 'pending' | 'authorized' | 'paid' | 'partially_refunded' | 'refunded' | 'voided'

/** Where an order's money is, in minor units. */
export interface OrderMoney {
  readonly financialStatus: FinancialStatus
  /** Held or taken by the payment session; 0 while it is pending and after a void. */
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  /** Of a payment session that is pending. */
  readonly pendingAmount: number
  /** Asked for, and neither resolved nor rejected: undelivered requests too. */
  readonly refundPending: number
  readonly capturePending: number
  readonly voidPending: number
  /** Still to be given back, pending refunds taken off. */
  readonly refundable: number
}

export function orderMoney(ctx: EmulatorContext, order: Order): OrderMoney {
  const session = sessionOfOrder(ctx, order)
  const all = transactionsOf(ctx, order)
  const done = (kind: TransactionKind) => sumOf(all, kind, ({ state }) => state === 'resolved')
  const underway = (kind: TransactionKind) => sumOf(all, kind, isUnderway)
  const isVoided = all.some(({ kind, state }) => kind === 'void' && state === 'resolved')
  const paid = session.state === 'resolved' ? session.amount : 0
  const captured = session.kind === 'sale' ? paid : done('capture')
  const [refunded, refundPending] = [done('refund'), underway('refund')]
  return {
    financialStatus: statusOf({ session, isVoided, captured, refunded }),
    authorized: isVoided ? 0 : paid,
    ...{ captured, refunded, refundPending },
    pendingAmount: session.state === 'pending' ? session.amount : 0,
    capturePending: underway('capture'),
    voidPending: underway('void'),
    refundable: captured - refunded - refundPending,
  }
}

export const transactionsOf = (ctx: EmulatorContext, order: Order): Transaction[] =>
  ctx.state.transactions.filter(({ checkoutId }) => checkoutId === order.checkoutId)

function sumOf(all: readonly Transaction[], kind: TransactionKind, test: (one: Transaction) => boolean) {
  return all.filter((one) => one.kind === kind && test(one)).reduce((sum, { amount }) => sum + amount, 0)
}

interface StatusFacts {
  readonly session: PaymentSession
  readonly isVoided: boolean
  readonly captured: number
  readonly refunded: number
}

function statusOf({ session, isVoided, captured, refunded }: StatusFacts): FinancialStatus {
  if (session.state === 'pending') return 'pending'
  if (session.state === 'rejected' || isVoided) return 'voided'
  if (refunded > 0) return refunded === captured ? 'refunded' : 'partially_refunded'
  return captured > 0 ? 'paid' : 'authorized'
}
