import type { FailedRefundQuery, PaymentOperation, PaymentRef } from '@craftgate-commerce/core'
import { operationOfRow, type StoredOperation, toOperationRow } from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { type Rows, VersionedTable } from './versioned-table'

/** Payment operations, written down before they are sent. */
export class OperationStore {
  private readonly table: VersionedTable<PaymentOperation, StoredOperation>

  constructor(connections: Knex) {
    const parts = {
      name: 'craftgate_payment_operation',
      keys: ['account', 'operation_key'],
      toRow: toOperationRow,
      toValue: operationOfRow,
      json: ['steps', 'request', 'error'],
    }
    this.table = new VersionedTable(connections, parts)
  }

  save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return this.table.save(operation)
  }

  /** Oldest first. */
  of({ account, paymentId }: PaymentRef): Promise<PaymentOperation[]> {
    const payment = { account, payment_id: paymentId }
    return this.table.find((rows) => rows.where(payment), 'started_at, operation_key')
  }

  /** Operations that Medusa has not acknowledged, whatever their state. */
  open(before: Date): AsyncIterable<PaymentOperation> {
    return this.table.open([(rows) => rows.whereNull('acknowledged_at')], before)
  }

  failedRefunds({ account, since, limit }: FailedRefundQuery): Promise<PaymentOperation[]> {
    const failed = (rows: Rows) =>
      rows.where({ account, state: 'failed' }).whereIn('kind', ['refund', 'void'])
    return this.table.find((rows) => failed(rows).where('changed_at', '>=', since), 'changed_at desc', limit)
  }
}
