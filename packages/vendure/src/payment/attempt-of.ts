import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { ID, Payment } from '@vendure/core'
import type { CheckoutStore } from '../storage'
import { paymentIdOf } from './payment-id'

export interface AttemptOfPayment {
  /** Craftgate's id of the payment. */
  readonly paymentId: number
  readonly record: CheckoutRecord
}

/**
 * The attempt that this payment of this order came from. Undefined for a payment that is not of ours, and for one that
 * only carries the number of another order's payment: whoever may enter a payment by hand could otherwise refund or
 * void what another order, maybe of another channel and merchant, was paid with.
 */
export async function attemptOf(
  checkouts: CheckoutStore,
  payment: Pick<Payment, 'transactionId'>,
  orderId: ID,
): Promise<AttemptOfPayment | undefined> {
  const paymentId = paymentIdOf(payment)
  const record = paymentId === undefined ? undefined : await checkouts.find({ paymentId })
  if (paymentId === undefined || record?.order !== String(orderId)) return undefined
  return { paymentId, record }
}
