import { ALL_PERMISSIONS, attentionOf } from '@craftgate-commerce/panel'
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { appContainer, craftgateIn } from '../../../../app-container'
import { languageOf } from '../../../../language-of'
import { panelHost } from '../../../../panel'

/**
 * What waits for a person, by kind, the worst first: `{ count, kinds: [{ kind, title, count }] }`. A kind of which nothing
 * waits is left out. The panel's page `/attention` has each of them.
 */
export async function GET(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { actor_id: id } = request.auth_context
  const { merchantNames: merchants } = craftgateIn(request.scope).options
  const user = { id, name: id, permissions: ALL_PERMISSIONS, merchants }
  response.json(await attentionOf(panelHost(appContainer), user, languageOf(request)))
}
