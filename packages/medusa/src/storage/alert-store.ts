import type { AlertRecord, AlertStore } from '@craftgate-commerce/core'
import { alertOfRow, type StoredAlert, toAlertRow } from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { VersionedTable } from './versioned-table'

/** What was said of each kind of thing that needs attention. */
export class Alerts implements AlertStore {
  private readonly table: VersionedTable<AlertRecord, StoredAlert>

  constructor(connections: Knex) {
    this.table = new VersionedTable(connections, {
      name: 'craftgate_alert',
      keys: ['account', 'kind'],
      toRow: toAlertRow,
      toValue: alertOfRow,
      json: ['pending'],
    })
  }

  save(record: AlertRecord): Promise<AlertRecord | 'conflict'> {
    return this.table.save(record)
  }

  of(account: string): Promise<readonly AlertRecord[]> {
    return this.table.find((rows) => rows.where({ account }), 'kind')
  }
}
