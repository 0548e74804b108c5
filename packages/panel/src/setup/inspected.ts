import type { SetupInspection, SetupQuery } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'

/** Whoever opens the page does not ask Craftgate each time. */
const KEPT_MS = 10 * 60_000

/** The account's inspection of the last ten minutes, or a new one. Throws CraftgateError. */
export async function inspected(request: UserRequest, merchant: string): Promise<SetupInspection> {
  const query = await queryOf(request, merchant)
  const { commerce, host } = request
  const last = commerce.setup.last(query)
  const isFresh = last !== undefined && host.clock().getTime() - last.at.getTime() < KEPT_MS
  return isFresh ? last : commerce.setup.inspect(query)
}

export async function inspectNow(request: UserRequest, merchant: string): Promise<SetupInspection> {
  return request.commerce.setup.inspect(await queryOf(request, merchant))
}

const queryOf = async ({ host, user }: UserRequest, merchant: string): Promise<SetupQuery> => ({
  merchant,
  ...(await host.shopFacts?.(user)),
})
