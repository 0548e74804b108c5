import type { CraftgateClient } from '../craftgate-client'
import { type ClientOptions, createClient } from '../create-client'

/** Keys that no other text contains, so that a leak is found. */
export const TEST_KEYS = { apiKey: 'api-key-Zx81', secretKey: 'secret-key-Qw93', webhookKey: 'hook-key-Ty27' }

const FAST: ClientOptions = {
  deadlines: { readMs: 2_000, startMs: 2_000, moneyMs: 2_000 },
  retry: { firstDelayMs: 1, longestDelayMs: 5 },
}

/** A client for an address, in no mood to wait. */
export const testClient = (
  url: string,
  options: ClientOptions = {},
  keys: typeof TEST_KEYS = TEST_KEYS,
): CraftgateClient =>
  createClient(
    { ...keys, environment: url },
    { ...FAST, ...options, retry: { ...FAST.retry, ...options.retry } },
  )

/** What the promise rejects with; fails when it does not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const settled = await promise.then(
    () => ({ rejected: false as const }),
    (reason: unknown) => ({ rejected: true as const, reason }),
  )
  if (!settled.rejected) throw new Error('expected a rejection')
  return settled.reason
}
