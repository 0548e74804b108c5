import type { AuditEntry, AuditQuery, KeptAuditEntry } from '@craftgate-commerce/panel'
import type { DataSource } from 'typeorm'
import { panelAuditEntity } from '../database'

export interface MerchantAct extends Pick<AuditEntry, 'at' | 'reference'> {
  /** Of the panel, and of the app's own pages. */
  readonly action:
    | AuditEntry['action']
    | 'saved-keys'
    | 'removed-keys'
    | 'saved-alerts'
    | 'removed-alerts'
    | 'activated'
    | 'stopped'
    | 'reconciled'
}

/** Who did what in the merchant's pages: Shopify logs in shops, not people. It goes with the payments of its age. */
export class PanelAudit {
  constructor(private readonly database: DataSource) {}

  async add(shop: string, { at, action, reference }: MerchantAct): Promise<void> {
    await this.database
      .getRepository(panelAuditEntity)
      .insert({ at, shop, action, reference: reference ?? null })
  }

  /** Of this shop, whatever the query names: it is the only user of its entries. */
  async page(shop: string, { by, before, limit }: AuditQuery): Promise<readonly KeptAuditEntry[]> {
    const query = this.database
      .getRepository(panelAuditEntity)
      .createQueryBuilder('row')
      .where('row.shop = :shop', { shop })
    if (by?.field === 'user' && by.value !== shop) return []
    if (by !== undefined && by.field !== 'user')
      query.andWhere(`row.${by.field} = :value`, { value: by.value })
    if (before !== undefined) {
      const older = { at: before.at, id: /^\d+$/.test(before.id) ? before.id : '0' }
      query.andWhere('row.at <= :at AND (row.at < :at OR row.id < :id)', older)
    }
    const rows = await query.orderBy('row.at', 'DESC').addOrderBy('row.id', 'DESC').limit(limit).getMany()
    return rows.map(({ id, reference, ...row }) => ({
      ...row,
      ...{ id: String(id), user: shop, userName: shop, reference: reference ?? undefined },
    }))
  }
}
