import { operationOfRow, type PaymentOperation, toOperationRow } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { type OperationRow, operationEntity } from '../database'
import { TenantTable } from './tenant-table'

const OPEN = ['planned', 'unknown', 'waiting'] as const

/** The money calls of one tenant. */
export class OperationStore {
  private readonly table: TenantTable<PaymentOperation, OperationRow>

  constructor(database: DataSource, tenant: Tenant) {
    this.table = new TenantTable(database, tenant, {
      entity: operationEntity,
      key: 'operationKey',
      toRow: toOperationRow,
      toValue: operationOfRow,
    })
  }

  save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return this.table.save(operation)
  }

  /** Oldest first. */
  of(paymentId: number): Promise<readonly PaymentOperation[]> {
    return this.table.all({ paymentId }, { startedAt: 'ASC', operationKey: 'ASC' })
  }

  open(before: Date): AsyncIterable<PaymentOperation> {
    return this.table.open(OPEN, before)
  }
}
