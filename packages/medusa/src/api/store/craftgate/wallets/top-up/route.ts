import { fromDecimal, type Money } from '@craftgate-commerce/core'
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { topUpPageOf } from '../../../../../wallets'

/** The page on which the logged-in customer fills his wallet: `{ amount: "250.00", currency_code: "try" }`. */
export async function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { url, expiresAt } = await topUpPageOf(
    request.scope,
    request.auth_context.actor_id,
    amountOf(request.body),
  )
  response.json({ url, expires_at: expiresAt })
}

function amountOf(body: unknown): Money {
  const { amount, currency_code: currency = 'try' } = (body ?? {}) as Readonly<Record<string, unknown>>
  try {
    return fromDecimal(String(amount), String(currency).toUpperCase())
  } catch {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      'amount must be decimal text above zero, like "250.00", and currency_code one that Craftgate charges',
    )
  }
}
