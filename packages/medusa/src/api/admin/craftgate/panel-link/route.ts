import { ALL_PERMISSIONS, panelLink } from '@craftgate-commerce/panel'
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { appContainer, craftgateIn } from '../../../../app-container'
import { panelHost } from '../../../../panel'

/**
 * A link that lets whoever asks into the panel, once, within a minute. `path`: the page that it opens, e.g.
 * /payments/… Medusa lets every user of its admin do everything, and so does the panel.
 */
export async function POST(
  { auth_context: { actor_id: id }, scope, body }: AuthenticatedMedusaRequest<{ path?: unknown }>,
  response: MedusaResponse,
): Promise<void> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { merchantNames: merchants } = craftgateIn(scope).options
  const { data } = await query.graph({ entity: 'user', fields: ['email'], filters: { id } })
  const user = { id, name: data[0]?.email ?? id, permissions: ALL_PERMISSIONS, merchants }
  const path = typeof body?.path === 'string' ? body.path : undefined
  response.json({ url: await panelLink(panelHost(appContainer), user, path) })
}
