import type { CheckoutQuery, CheckoutRecord } from '@craftgate-commerce/core'
import { checkoutOfRow, toCheckoutRow } from '@craftgate-commerce/core/adapter'
import type { DataSource, EntityManager } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { type CheckoutRow, checkoutEntity, checkoutPaymentEntity } from '../database'
import { TenantTable } from './tenant-table'

/** The attempts of one tenant. */
export class CheckoutStore {
  private readonly table: TenantTable<CheckoutRecord, CheckoutRow>

  constructor(
    private readonly database: DataSource,
    private readonly tenant: Tenant,
  ) {
    this.table = new TenantTable(database, tenant, {
      entity: checkoutEntity,
      key: ['recordId'],
      toRow: toCheckoutRow,
      toValue: checkoutOfRow,
      writeRelated: writePayments,
    })
  }

  save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return this.table.save(record)
  }

  async find(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    if ('token' in by) return this.table.first({ token: by.token })
    if ('reference' in by) return this.table.first({ ...by }, { attempt: 'DESC' })
    const { account, paymentId } = by
    const { shop, mode } = this.tenant
    const payments = this.database.getRepository(checkoutPaymentEntity)
    const payment = await payments.findOneBy({ shop, mode, account, paymentId })
    return payment ? this.table.first({ recordId: payment.recordId }) : undefined
  }

  /** All attempts of a session, the first one first. */
  of(reference: string): Promise<CheckoutRecord[]> {
    return this.table.all({ reference }, { attempt: 'ASC' })
  }

  due(now: Date): AsyncIterable<CheckoutRecord> {
    return this.table.inOrder('nextCheckAt', { sql: 'row.nextCheckAt <= :now', parameters: { now } })
  }
}

/** Fails on the primary key when another attempt has the payment. */
async function writePayments(manager: EntityManager, row: CheckoutRow): Promise<void> {
  const { shop, mode, account, recordId, paymentIds } = row
  if (paymentIds.length === 0) return
  const payments = manager.getRepository(checkoutPaymentEntity)
  const known = await payments.findBy({ shop, mode, recordId })
  const isKnown = (id: number) => known.some((each) => each.account === account && each.paymentId === id)
  for (const paymentId of paymentIds.filter((id) => !isKnown(id)))
    await payments.insert({ shop, mode, account, paymentId, recordId })
}
