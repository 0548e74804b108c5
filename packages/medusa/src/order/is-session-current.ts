import type { CheckoutRecord, Money } from '@craftgate-commerce/core'
import { minorOf, moneyOf } from './medusa-money'
import type { OrderLink, SessionView } from './sessions'

/**
 * False when a placed order asks for something else by now: it was cancelled, or its outstanding amount was changed,
 * which leaves the sessions of the old amount as they are.
 */
export function isSessionCurrent({
  amount,
  currency_code,
  payment_collection: collection,
}: SessionView): boolean {
  if (!collection?.order) return true
  if (collection.order.status === 'canceled') return false
  return (
    Boolean(collection.cart) || minorOf(collection.amount, currency_code) === minorOf(amount, currency_code)
  )
}

/** An attempt that had nothing to pay, and whose order is placed. */
export const isFreeOrder = (
  { expected }: Pick<CheckoutRecord, 'expected'>,
  order: OrderLink | null | undefined,
): boolean => expected.minor === 0 && order != null

/** What an order that was placed unpaid owes by now; undefined when it was cancelled, or its session holds a payment. */
export function owedOf({ payment, currency_code, payment_collection }: SessionView): Money | undefined {
  const { order, amount = 0 } = payment_collection ?? {}
  if (!order || order.status === 'canceled' || payment) return undefined
  return moneyOf(amount, currency_code)
}
