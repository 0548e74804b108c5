import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { walletsOf } from '../../../../wallets'

/** Wallets of the logged-in customer; `?page=` of their moves counts from 0. */
export async function GET(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const page = Number(request.query.page ?? 0)
  const wallets = await walletsOf(
    request.scope,
    request.auth_context.actor_id,
    Number.isSafeInteger(page) && page > 0 ? page : 0,
  )
  response.json({ wallets })
}
