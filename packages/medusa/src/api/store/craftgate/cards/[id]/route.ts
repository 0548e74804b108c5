import { deleteOwnCard } from '@craftgate-commerce/core/adapter'
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../../app-container'
import { ownersOf } from '../../../../../cards'

/** Makes Craftgate forget a card of the logged-in customer. */
export async function DELETE(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { commerce } = craftgateIn(request.scope)
  const { id } = request.params
  const owners = await ownersOf(request.scope, request.auth_context.actor_id)
  if (!(await deleteOwnCard(commerce, owners, id)))
    throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such card')
  response.json({ id, object: 'craftgate_card', deleted: true })
}
