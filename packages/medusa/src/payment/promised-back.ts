import { type CheckoutRecord, isGivenUp, type MoneyIntent } from '@craftgate-commerce/core'

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
  if (isGivenUp(now.state)) return true
  const intents = await books.intents.of(paymentId)
  return intents.some(({ kind, state }) => kind !== 'capture' && state !== 'failed')
}
