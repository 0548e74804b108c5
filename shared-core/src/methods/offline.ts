import type { OfflineMethod } from './method'
import { OFFLINE_METHODS } from './table'

/**
 * How an order that was placed unpaid is paid, past Craftgate, by its attempt; undefined for any other attempt. It has no
 * page and no token: `created` waits for the money, `open` is being recorded at Craftgate.
 */
export function offlineMethodOf({
  context,
}: {
  readonly context: Readonly<Record<string, string>>
}): OfflineMethod | undefined {
  return OFFLINE_METHODS.find((method) => method === context.offline)
}
