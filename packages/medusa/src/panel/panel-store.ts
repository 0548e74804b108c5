import type {
  AuditEntry,
  AuditLog,
  AuditQuery,
  KeptAuditEntry,
  PanelLinkStore,
  PanelUser,
} from '@craftgate-commerce/panel'
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

const AUDIT = 'craftgate_panel_audit'
const COLUMNS = { user: 'user_id', action: 'action', reference: 'reference' } as const

interface AuditRow {
  readonly id: string
  readonly at: Date
  readonly user_id: string
  readonly user_name: string
  readonly action: string
  readonly reference: string | null
}

/** Who did what in the panel; it goes with the payments of its age. One Medusa is one shop. */
export class PanelAudit implements AuditLog {
  constructor(private readonly connections: Knex) {}

  async add({ at, user, userName, action, reference }: AuditEntry): Promise<void> {
    await this.connections(AUDIT).insert({ at, user_id: user, user_name: userName, action, reference })
  }

  async page({ by, before, limit }: AuditQuery): Promise<readonly KeptAuditEntry[]> {
    const query = this.connections<AuditRow>(AUDIT)
    if (by !== undefined) query.where(COLUMNS[by.field], by.value)
    if (before !== undefined)
      query.where('at', '<=', before.at).whereRaw('("at" < ? or "id" < ?)', [before.at, numberOf(before.id)])
    const order = ['at', 'id'].map((column) => ({ column, order: 'desc' as const }))
    const rows: readonly AuditRow[] = await query.orderBy(order).limit(limit)
    return rows.map(({ user_id, user_name, reference, ...row }) => ({
      ...row,
      ...{ user: user_id, userName: user_name, reference: reference ?? undefined },
    }))
  }
}

/** What is no number of this table stands before all of them. */
const numberOf = (id: string): number => (/^\d+$/.test(id) ? Number(id) : 0)
