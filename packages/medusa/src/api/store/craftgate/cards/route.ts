import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { craftgateIn } from '../../../../app-container'
import { ownersOf, storedCardView } from '../../../../cards'

/** Cards that the logged-in customer let Craftgate store. */
export async function GET(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { commerce } = craftgateIn(request.scope)
  const owners = await ownersOf(request.scope, request.auth_context.actor_id)
  const cards = await Promise.all(owners.map((owner) => commerce.storedCards(owner)))
  response.json({ cards: cards.flat().map(storedCardView) })
}
