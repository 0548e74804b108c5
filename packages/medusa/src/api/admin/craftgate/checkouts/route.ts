import type { CheckoutState } from '@craftgate-commerce/core'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { craftgateIn } from '../../../../app-container'
import { languageOf } from '../../../../language-of'
import { checkoutView } from '../../../../views'

const MOST = 100
const MOST_STATES = 10
const FARTHEST = 10_000

/**
 * Attempts to pay, newest first. `?state=refunding,refunded,needs-review` finds unexpected payments. `count` counts up to
 * 10,000.
 */
export async function GET(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { scope, query } = request
  const named = typeof query.state === 'string' ? query.state.split(',').filter(Boolean) : []
  const states = named.slice(0, MOST_STATES)
  const limit = Math.min(whole(query.limit, 20), MOST)
  const offset = Math.min(whole(query.offset, 0), FARTHEST)
  const { checkouts, commerce } = craftgateIn(scope)
  const { records, count } = await checkouts.page({ states: states as CheckoutState[], limit, offset })
  response.json({
    time_zone: commerce.timeZone,
    checkouts: records.map((each) => checkoutView(each, languageOf(request))),
    count,
    limit,
    offset,
  })
}

function whole(value: unknown, otherwise: number): number {
  const number = Number(value ?? otherwise)
  return Number.isSafeInteger(number) && number >= 0 ? number : otherwise
}
