import type { AuditEntry, PanelLinkStore, PanelUser } from '@craftgate-commerce/panel'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

const LINKS = 'craftgate_panel_link'

/** Links that let an administrator into the panel once. A row goes when it is used, or when another is written. */
export class PanelLinks implements PanelLinkStore {
  constructor(private readonly connections: Knex) {}

  async save(hash: string, user: PanelUser, endsAt: Date): Promise<void> {
    await this.connections(LINKS).where('ends_at', '<', new Date()).delete()
    await this.connections(LINKS).insert({ hash, asker: JSON.stringify(user), ends_at: endsAt })
  }

  async take(hash: string, now: Date): Promise<PanelUser | undefined> {
    const [row] = await this.connections(LINKS).where({ hash }).delete().returning(['asker', 'ends_at'])
    return row !== undefined && row.ends_at > now ? row.asker : undefined
  }
}

/** Who did what in the panel; it goes with the payments of its age. */
export class PanelAudit {
  constructor(private readonly connections: Knex) {}

  async add({ at, user, action, reference }: AuditEntry): Promise<void> {
    await this.connections('craftgate_panel_audit').insert({ at, user_id: user, action, reference })
  }
}
