import { panelLink } from '@craftgate-commerce/panel'
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { appContainer } from '../../../../app-container'
import { panelHost } from '../../../../panel'

/** A link that lets whoever asks into the panel, once, within a minute. `path`: the page that it opens, e.g. /payments/… */
export async function POST(
  { auth_context: { actor_id: id }, scope, body }: AuthenticatedMedusaRequest<{ path?: unknown }>,
  response: MedusaResponse,
): Promise<void> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: 'user', fields: ['email'], filters: { id } })
  const user = { id, name: data[0]?.email ?? id, permissions: EVERYTHING }
  const path = typeof body?.path === 'string' ? body.path : undefined
  response.json({ url: await panelLink(panelHost(appContainer), user, path) })
}

/** Medusa lets every user of the admin do everything. */
const EVERYTHING = ['read', 'refund', 'capture', 'configure'] as const
