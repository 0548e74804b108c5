import type { FailedRefundQuery, PaymentOperation, PaymentRef } from '@craftgate-commerce/core'
import { operationOfRow, toOperationRow } from '@craftgate-commerce/core/adapter'
import { type DataSource, In, MoreThanOrEqual } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { type OperationRow, operationEntity } from '../database'
import { TenantTable } from './tenant-table'

/** The payment operations of one tenant. */
export class OperationStore {
  private readonly table: TenantTable<PaymentOperation, OperationRow>

  constructor(
    private readonly database: DataSource,
    private readonly tenant: Tenant,
  ) {
    this.table = new TenantTable(database, tenant, {
      entity: operationEntity,
      key: ['account', 'operationKey'],
      toRow: toOperationRow,
      toValue: operationOfRow,
    })
  }

  /** What ended needs attention, or something else needs it no more: the next round looks at this tenant. */
  async save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    const saved = await this.table.save(operation)
    if (operation.state === 'done' || operation.state === 'failed')
      await this.lookAtAlerts(operation.updatedAt)
    return saved
  }

  private async lookAtAlerts(now: Date): Promise<void> {
    const { shop, mode } = this.tenant
    await this.database.query(
      'UPDATE craftgate_keys SET alerts_due_at = $3 WHERE shop = $1 AND mode = $2 AND alerts_due_at > $3',
      [shop, mode, now],
    )
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
