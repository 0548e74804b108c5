import type { PaymentFacts } from '@craftgate-commerce/core'
import { fromDecimal } from '@craftgate-commerce/core'
import { isZero, transactionViews } from '@craftgate-commerce/core/adapter'
import type { AuditAction, PanelPaymentDetail, PanelPermission } from '../panel-host'

export type MoneyAction = 'capture' | 'void' | 'refund'

/** Who may do it, and what it is called where it is written down that somebody did. */
export const MONEY_ACTIONS = {
  capture: { needs: 'capture', audited: 'captured' },
  void: { needs: 'capture', audited: 'voided' },
  refund: { needs: 'refund', audited: 'refunded' },
} as const satisfies Readonly<
  Record<MoneyAction, { readonly needs: PanelPermission; readonly audited: AuditAction }>
>

export const isMoneyAction = (name: string): name is MoneyAction => Object.hasOwn(MONEY_ACTIONS, name)

/** A payment, mostly of a placed order, as Craftgate tells it now. */
export interface OrderPayment {
  readonly payment: PanelPaymentDetail
  readonly account: string
  readonly facts: PaymentFacts
}

/** Undefined while no order holds it, and when Craftgate cannot be asked: then nothing is done with it here. */
export const orderPaymentOf = (payment: PanelPaymentDetail): OrderPayment | undefined =>
  payment.order === undefined ? undefined : paidOf(payment)

/** Whether or not there is an order; undefined where nothing was paid, and when Craftgate cannot be asked. */
export function paidOf(payment: PanelPaymentDetail): OrderPayment | undefined {
  const { facts, attempts } = payment
  if (facts === undefined || 'unavailable' in facts) return undefined
  const paid = attempts.find(({ paymentIds }) => paymentIds.includes(facts.paymentId))
  return paid && { payment, account: paid.account, facts }
}

/** What can be done with it, as far as it is known before it is asked for. */
export function actionsOf({ payment, facts }: OrderPayment): readonly MoneyAction[] {
  const { operations } = payment
  const isVoided = operations.some(({ kind, state }) => kind === 'void' && state === 'done')
  if (isVoided) return []
  if (facts.phase === 'PRE_AUTH') return facts.fraud?.action === 'REVIEW' ? ['void'] : ['capture', 'void']
  if (facts.fraud?.action === 'REVIEW') return ['void']
  const { currency } = facts.price
  const isLeft = transactionViews(facts, operations).some(
    ({ refundable }) => !isZero(fromDecimal(refundable, currency)),
  )
  return isLeft ? ['refund'] : []
}
