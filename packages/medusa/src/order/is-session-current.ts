import type { CheckoutRecord } from '@craftgate-commerce/core'
import { minorOf } from './medusa-money'
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
