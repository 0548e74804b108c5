import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../../app-container'
import { deleteCard, ownersOf } from '../../../../../cards'

/** Makes Craftgate forget a card of the logged-in customer. */
export async function DELETE(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { commerce } = craftgateIn(request.scope)
  const { id } = request.params
  for (const owner of await ownersOf(request.scope, request.auth_context.actor_id)) {
    if (!(await deleteCard(commerce, owner, id))) continue
    response.json({ id, object: 'craftgate_card', deleted: true })
    return
  }
  throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such card')
}
