import {
  type StoredTransfer,
  type TransferRecord,
  toTransferRow,
  transferOfRow,
} from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { VersionedTable } from '../storage'

/** What the shop remembers of transfers. Its rows are never deleted: one that is gone could be used again. */
export class TransferTable {
  private readonly table: VersionedTable<TransferRecord, StoredTransfer>

  constructor(connections: Knex) {
    this.table = new VersionedTable(connections, {
      name: 'craftgate_transfer',
      keys: ['account', 'transfer_id'],
      toRow: toTransferRow,
      toValue: transferOfRow,
      json: ['parts'],
    })
  }

  save(record: TransferRecord): Promise<TransferRecord | 'conflict'> {
    return this.table.save(record)
  }

  of(account: string, ids: readonly number[]): Promise<readonly TransferRecord[]> {
    return this.table.find(
      (rows) => rows.where({ account }).whereIn('transfer_id', [...ids]),
      'transfer_id',
      ids.length,
    )
  }

  undecided(account: string, limit: number): Promise<readonly TransferRecord[]> {
    return this.table.find((rows) => rows.where({ account, state: 'undecided' }), 'started_at desc', limit)
  }
}
