import type { CheckoutRecord, MoneyIntent } from '@craftgate-commerce/core'

const GIVEN_UP: ReadonlySet<CheckoutRecord['state']> = new Set(['returning', 'returned', 'kept'])

interface Books {
  readonly checkouts: { latest(record: CheckoutRecord): Promise<CheckoutRecord | undefined> }
  readonly intents: { of(paymentId: number): Promise<readonly MoneyIntent[]> }
}

/** True when this money went back or is on its way back: no order may take it any more. */
export async function isPromisedBack(
  books: Books,
  record: CheckoutRecord,
  paymentId: number,
): Promise<boolean> {
  const now = (await books.checkouts.latest(record)) ?? record
  if (GIVEN_UP.has(now.state)) return true
  const intents = await books.intents.of(paymentId)
  return intents.some(({ kind, state }) => kind !== 'capture' && state !== 'failed')
}
