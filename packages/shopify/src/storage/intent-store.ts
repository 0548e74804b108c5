import { intentOfRow, type MoneyIntent, toIntentRow } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'
import { type IntentRow, intentEntity } from '../database'
import type { Tenant } from '../tenant'
import { TenantTable } from './tenant-table'

const OPEN = ['planned', 'unknown', 'waiting'] as const

/** The money calls of one tenant. */
export class IntentStore {
  private readonly table: TenantTable<MoneyIntent, IntentRow>

  constructor(database: DataSource, tenant: Tenant) {
    this.table = new TenantTable(database, tenant, {
      entity: intentEntity,
      key: 'intentKey',
      toRow: toIntentRow,
      toValue: intentOfRow,
    })
  }

  save(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'> {
    return this.table.save(intent)
  }

  /** Oldest first. */
  of(paymentId: number): Promise<readonly MoneyIntent[]> {
    return this.table.all({ paymentId }, { startedAt: 'ASC', intentKey: 'ASC' })
  }

  open(before: Date): AsyncIterable<MoneyIntent> {
    return this.table.open(OPEN, before)
  }
}
