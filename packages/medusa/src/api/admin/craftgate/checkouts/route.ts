import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { craftgateIn } from '../../../../app-container'
import { checkoutView } from '../../../../views'

const MOST = 100

/** Attempts to pay, newest first. `?state=refunding,refunded,needs-review` finds unexpected payments. */
export async function GET({ scope, query }: MedusaRequest, response: MedusaResponse): Promise<void> {
  const states = typeof query.state === 'string' ? query.state.split(',').filter(Boolean) : []
  const limit = Math.min(whole(query.limit, 20), MOST)
  const offset = whole(query.offset, 0)
  const [records, count] = await craftgateIn(scope).checkouts.page(states, limit, offset)
  response.json({ checkouts: records.map(checkoutView), count, limit, offset })
}

function whole(value: unknown, otherwise: number): number {
  const number = Number(value ?? otherwise)
  return Number.isSafeInteger(number) && number >= 0 ? number : otherwise
}
