import {
  type CraftgateClient,
  CraftgateError,
  createClient,
  type MerchantOptions,
} from '@craftgate-commerce/core'

/** A merchant waits for it in front of a form. */
const READ_MS = 8_000
const DEADLINES = { readMs: READ_MS, startMs: READ_MS, moneyMs: READ_MS }

/** Any price will do: the answer is not looked at. */
const PRICE = 100

/**
 * Asks Craftgate something that costs nothing with these keys.
 * @throws CraftgateError when it does not answer, or does not know them.
 */
export function checkKeys(keys: MerchantOptions): Promise<void> {
  return asking(keys, async (client) => {
    await client.call('searchInstallments', { query: { price: PRICE, currency: 'TRY' } })
  })
}

/**
 * Whether this payment was made in the account of these keys, which Craftgate accepts.
 * @throws CraftgateError when it cannot be asked.
 */
export function knowsPayment(keys: MerchantOptions, paymentId: number): Promise<boolean> {
  return asking(keys, async (client) => {
    try {
      await client.call('retrievePayment', { path: { id: paymentId } })
      return true
    } catch (error) {
      if (CraftgateError.is(error) && NOT_OURS.has(error.kind)) return false
      throw error
    }
  })
}

/** How a payment of somebody else is refused. */
const NOT_OURS: ReadonlySet<CraftgateError['kind']> = new Set(['invalid-request', 'declined', 'unauthorized'])

async function asking<T>(keys: MerchantOptions, work: (client: CraftgateClient) => Promise<T>): Promise<T> {
  const client = createClient(keys, { deadlines: DEADLINES })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}
