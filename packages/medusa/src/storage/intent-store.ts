import { intentOfRow, type MoneyIntent, type StoredIntent, toIntentRow } from '@craftgate-commerce/core'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { VersionedTable } from './versioned-table'

/** Money calls, written down before they are made. */
export class IntentStore {
  private readonly table: VersionedTable<MoneyIntent, StoredIntent>

  constructor(ledger: Knex) {
    const parts = {
      name: 'craftgate_intent',
      key: 'intent_key',
      toRow: toIntentRow,
      toValue: intentOfRow,
      json: ['legs', 'error'],
    }
    this.table = new VersionedTable(ledger, parts)
  }

  save(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'> {
    return this.table.save(intent)
  }

  /** Oldest first. */
  of(paymentId: number): Promise<MoneyIntent[]> {
    return this.table.find({ payment_id: paymentId }, 'started_at, intent_key')
  }

  /** Refunds that failed since then; a part of one may have moved. */
  async failedRefunds(since: Date): Promise<MoneyIntent[]> {
    const failed = await this.table.find({ kind: 'refund', state: 'failed' }, 'changed_at desc')
    return failed.filter(({ updatedAt }) => updatedAt >= since)
  }

  open(before: Date): AsyncIterable<MoneyIntent> {
    return this.table.open(['planned', 'unknown', 'waiting'], before)
  }
}
