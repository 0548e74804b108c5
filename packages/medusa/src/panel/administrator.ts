import { ALL_PERMISSIONS, type AuditAction, audit, type PanelUser } from '@craftgate-commerce/panel'
import type { MedusaRequest } from '@medusajs/framework/http'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'

/** Whoever asks an admin route. Medusa lets every user of its admin do everything, and so does the panel. */
export async function administratorOf(request: MedusaRequest): Promise<PanelUser> {
  const { scope, auth_context: asker } = request as MedusaRequest & {
    readonly auth_context?: { readonly actor_id?: string }
  }
  const id = asker?.actor_id ?? ''
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { merchantNames: merchants } = craftgateIn(scope).options
  const { data } = await query.graph({ entity: 'user', fields: ['email'], filters: { id } })
  return { id, name: data[0]?.email ?? id, permissions: ALL_PERMISSIONS, merchants }
}

/** Writes down who asks for this, before it is done: as an action of the panel. */
export async function auditRoute(
  request: MedusaRequest,
  action: AuditAction,
  reference: string,
): Promise<void> {
  const { panelAudit } = craftgateIn(request.scope)
  const host = { audit: panelAudit, clock: () => new Date() }
  await audit({ host, user: await administratorOf(request) }, action, reference)
}
