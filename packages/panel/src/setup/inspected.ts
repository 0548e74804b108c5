import type { SetupInspection } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'

/** Whoever opens the page does not ask Craftgate each time. */
const KEPT_MS = 10 * 60_000

/** The account's inspection of the last ten minutes, or a new one. Throws CraftgateError. */
export async function inspected(request: UserRequest, merchant: string): Promise<SetupInspection> {
  const last = request.commerce.setup.last(merchant)
  const isFresh = last !== undefined && request.host.clock().getTime() - last.at.getTime() < KEPT_MS
  return isFresh ? last : inspectNow(request, merchant)
}

export async function inspectNow(
  { commerce, host, user }: UserRequest,
  merchant: string,
): Promise<SetupInspection> {
  return commerce.setup.inspect({ merchant, ...(await host.shopFacts?.(user)) })
}
