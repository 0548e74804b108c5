import {
  type CheckoutQuery,
  type CheckoutRecord,
  type CheckoutState,
  checkoutOfRow,
  toCheckoutRow,
} from '@craftgate-commerce/core'
import type { DataSource, FindOptionsWhere } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { type CheckoutRow, checkoutEntity } from '../database'
import { TenantTable } from './tenant-table'

/** The attempts of one tenant. */
export class CheckoutStore {
  private readonly table: TenantTable<CheckoutRecord, CheckoutRow>

  constructor(database: DataSource, tenant: Tenant) {
    this.table = new TenantTable(database, tenant, {
      entity: checkoutEntity,
      key: 'recordId',
      toRow: toCheckoutRow,
      toValue: checkoutOfRow,
    })
  }

  save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return this.table.save(record)
  }

  find(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    return this.table.first(whereOf(by), { attempt: 'DESC' })
  }

  /** All attempts of a session, the first one first. */
  of(reference: string): Promise<CheckoutRecord[]> {
    return this.table.all({ reference }, { attempt: 'ASC' })
  }

  open({
    states,
    before,
  }: {
    states: readonly CheckoutState[]
    before: Date
  }): AsyncIterable<CheckoutRecord> {
    return this.table.open(states, before)
  }
}

function whereOf(by: CheckoutQuery): FindOptionsWhere<CheckoutRow> {
  if ('token' in by) return { token: by.token }
  return 'paymentId' in by ? { paymentId: by.paymentId } : { reference: by.reference }
}
