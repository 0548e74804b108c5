import type { AuditEntry } from '@craftgate-commerce/panel'
import type { DataSource } from 'typeorm'
import { panelAuditEntity } from '../database'

export interface MerchantAct extends Omit<AuditEntry, 'user' | 'action'> {
  /** Of the panel, and of the app's own pages. */
  readonly action:
    | AuditEntry['action']
    | 'saved-keys'
    | 'removed-keys'
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
}
