import {
  operationOfRow,
  type PaymentOperation,
  type StoredOperation,
  toOperationRow,
} from '@craftgate-commerce/core'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { VersionedTable } from './versioned-table'

/** Payment operations, written down before they are sent. */
export class OperationStore {
  private readonly table: VersionedTable<PaymentOperation, StoredOperation>

  constructor(connections: Knex) {
    const parts = {
      name: 'craftgate_payment_operation',
      key: 'operation_key',
      toRow: toOperationRow,
      toValue: operationOfRow,
      json: ['steps', 'error'],
    }
    this.table = new VersionedTable(connections, parts)
  }

  save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return this.table.save(operation)
  }

  /** Oldest first. */
  of(paymentId: number): Promise<PaymentOperation[]> {
    return this.table.find({ payment_id: paymentId }, 'started_at, operation_key')
  }

  /** Refunds that failed since then; a part of one may have moved. */
  async failedRefunds(since: Date): Promise<PaymentOperation[]> {
    const failed = await this.table.find({ kind: 'refund', state: 'failed' }, 'changed_at desc')
    return failed.filter(({ updatedAt }) => updatedAt >= since)
  }

  open(before: Date): AsyncIterable<PaymentOperation> {
    return this.table.open(['planned', 'unknown', 'waiting'], before)
  }
}
