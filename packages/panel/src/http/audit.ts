import type { AuditAction, PanelHost, PanelUser } from '../panel-host'

interface Actor {
  readonly host: Pick<PanelHost, 'audit' | 'clock'>
  readonly user: PanelUser
}

/** Written down before it is done. */
export const audit = (
  { host, user }: Actor,
  action: AuditAction,
  reference?: string | number,
): Promise<void> =>
  host.audit.add({
    at: host.clock(),
    shop: user.shop,
    user: user.id,
    userName: user.name,
    action,
    reference: reference === undefined ? undefined : String(reference),
  })
