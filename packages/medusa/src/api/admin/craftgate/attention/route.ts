import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { ALL_PERMISSIONS, attentionOf } from '@craftgate-commerce/panel'
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { appContainer, craftgateIn } from '../../../../app-container'
import { languageOf } from '../../../../language-of'
import { panelHost } from '../../../../panel'

/**
 * What waits for a person, by kind, the worst first: `{ attention: [{ kind, title, count }], count }`. A kind of which
 * nothing waits is left out. The panel's page `/attention` has each of them.
 */
export async function GET(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { actor_id: id } = request.auth_context
  const { merchantNames: merchants } = craftgateIn(request.scope).options
  const user = { id, name: id, permissions: ALL_PERMISSIONS, merchants }
  const raised = await attentionOf(panelHost(appContainer), user)
  const language = languageOf(request)
  response.json({
    attention: raised.map(({ title, ...kind }) => ({ ...kind, title: sentenceIn(language, title) })),
    count: raised.reduce((sum, { count }) => sum + count, 0),
  })
}
