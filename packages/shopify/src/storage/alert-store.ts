import type { AlertRecord, AlertStore } from '@craftgate-commerce/core'
import { alertOfRow, toAlertRow } from '@craftgate-commerce/core/adapter'
import type { DataSource } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { type AlertRow, alertEntity } from '../database'
import { TenantTable } from './tenant-table'

/** What was said of each kind of thing that needs attention, of one tenant. */
export class Alerts implements AlertStore {
  private readonly table: TenantTable<AlertRecord, AlertRow>

  constructor(database: DataSource, tenant: Tenant) {
    this.table = new TenantTable(database, tenant, {
      entity: alertEntity,
      key: ['account', 'kind'],
      toRow: toAlertRow,
      toValue: alertOfRow,
    })
  }

  save(record: AlertRecord): Promise<AlertRecord | 'conflict'> {
    return this.table.save(record)
  }

  of(account: string): Promise<readonly AlertRecord[]> {
    return this.table.all({ account }, { kind: 'ASC' })
  }
}
