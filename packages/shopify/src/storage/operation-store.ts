import type { FailedRefundQuery, PaymentOperation, PaymentRef } from '@craftgate-commerce/core'
import { operationOfRow, toOperationRow } from '@craftgate-commerce/core/adapter'
import { type DataSource, In, MoreThanOrEqual } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { type OperationRow, operationEntity } from '../database'
import { TenantTable } from './tenant-table'

/** The payment operations of one tenant. */
export class OperationStore {
  private readonly table: TenantTable<PaymentOperation, OperationRow>

  constructor(database: DataSource, tenant: Tenant) {
    this.table = new TenantTable(database, tenant, {
      entity: operationEntity,
      key: ['account', 'operationKey'],
      toRow: toOperationRow,
      toValue: operationOfRow,
    })
  }

  save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return this.table.save(operation)
  }

  /** Oldest first. */
  of({ account, paymentId }: PaymentRef): Promise<readonly PaymentOperation[]> {
    return this.table.all({ account, paymentId }, { startedAt: 'ASC', operationKey: 'ASC' })
  }

  /** What the shop has not acknowledged. */
  open(before: Date): AsyncIterable<PaymentOperation> {
    const sql = 'row.acknowledgedAt IS NULL AND row.changedAt < :before'
    return this.table.inOrder('changedAt', { sql, parameters: { before } })
  }

  failedRefunds({ account, since, limit }: FailedRefundQuery): Promise<readonly PaymentOperation[]> {
    const failed = { account, state: 'failed' as const, kind: In(['refund', 'void'] as const) }
    return this.table.all({ ...failed, changedAt: MoreThanOrEqual(since) }, { changedAt: 'DESC' }, limit)
  }
}
