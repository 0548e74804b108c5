import { type CheckoutRecord, isForfeited, type PaymentOperation } from '@craftgate-commerce/core'

interface Books {
  readonly checkouts: { latest(record: CheckoutRecord): Promise<CheckoutRecord | undefined> }
  readonly operations: { of(paymentId: number): Promise<readonly PaymentOperation[]> }
}

/** True when this money went back or is on its way back: no order may take it any more. */
export async function isRefundScheduled(
  books: Books,
  record: CheckoutRecord,
  paymentId: number,
): Promise<boolean> {
  const now = (await books.checkouts.latest(record)) ?? record
  if (isForfeited(now.state)) return true
  const operations = await books.operations.of(paymentId)
  return operations.some(({ kind, state }) => kind !== 'capture' && state !== 'failed')
}
