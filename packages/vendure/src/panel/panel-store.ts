import type {
  AuditEntry,
  AuditLog,
  AuditQuery,
  KeptAuditEntry,
  PanelLinkStore,
  PanelUser,
} from '@craftgate-commerce/panel'
import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import { CraftgatePanelAudit, CraftgatePanelLink } from '../entities'
import { IsolatedConnection } from '../storage'

/** Links that let an administrator into the panel once. A row goes when it is used, or when another is written. */
@Injectable()
export class PanelLinks implements PanelLinkStore {
  constructor(private readonly connection: IsolatedConnection) {}

  async save(hash: string, asker: PanelUser, endsAt: Date): Promise<void> {
    const links = await this.rows()
    await links.delete({ endsAt: LessThan(new Date()) })
    await links.insert({ hash, asker, endsAt })
  }

  async take(hash: string, now: Date): Promise<PanelUser | undefined> {
    const links = await this.rows()
    const link = await links.findOneBy({ hash })
    if (link === null) return undefined
    // Of two who found it one deletes it.
    const { affected } = await links.delete({ hash })
    return affected !== 0 && link.endsAt > now ? link.asker : undefined
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgatePanelLink)
  }
}

const COLUMNS = { user: 'userId', action: 'action', reference: 'reference' } as const

/** Who did what in the panel; it goes with the payments of its age. */
@Injectable()
export class PanelAudit implements AuditLog {
  constructor(private readonly connection: IsolatedConnection) {}

  async add({ at: createdAt, shop = '', user: userId, ...entry }: AuditEntry): Promise<void> {
    await (await this.rows()).insert({ createdAt, shop, userId, ...entry })
  }

  async page({ shop = '', by, before, limit }: AuditQuery): Promise<readonly KeptAuditEntry[]> {
    const query = (await this.rows()).createQueryBuilder('row').where('row.shop = :shop', { shop })
    if (by !== undefined) query.andWhere(`row.${COLUMNS[by.field]} = :value`, { value: by.value })
    if (before !== undefined)
      query.andWhere('row.createdAt <= :at AND (row.createdAt < :at OR row.id < :id)', before)
    const rows = await query
      .orderBy('row.createdAt', 'DESC')
      .addOrderBy('row.id', 'DESC')
      .limit(limit)
      .getMany()
    return rows.map(({ id, createdAt: at, userId: user, reference, ...entry }) => ({
      ...entry,
      ...{ id: String(id), at, user, reference: reference ?? undefined },
    }))
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgatePanelAudit)
  }
}
