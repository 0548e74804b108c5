import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { languageOf } from '../../../../language-of'
import { loansOf } from '../../../../wallets'

/** Applications for a shopping loan of the logged-in customer. */
export async function GET(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { actor_id: customer } = request.auth_context
  response.json({ loans: await loansOf(request.scope, customer, languageOf(request)) })
}
