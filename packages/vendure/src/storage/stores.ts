import type {
  CheckoutQuery,
  CheckoutRecord,
  FailedRefundQuery,
  PaymentOperation,
  PaymentRef,
} from '@craftgate-commerce/core'
import {
  checkoutOfRow,
  operationOfRow,
  saveWithOptimisticLock,
  toCheckoutRow,
  toOperationRow,
} from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, MoreThanOrEqual } from 'typeorm'
import { CraftgateCheckout, CraftgateCheckoutPayment, CraftgateEvent, CraftgateOperation } from '../entities'
import { IsolatedConnection } from './isolated-connection'
import { pages } from './pages'
import { isStorable, isUniqueViolation } from './transactions'

@Injectable()
export class CheckoutStore {
  constructor(private readonly connection: IsolatedConnection) {}

  /** Inserts or updates by optimistic version; see CommercePlatform.saveCheckout. */
  save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return saveWithOptimisticLock(record, {
      insert: (next) =>
        this.connection.transaction(async (manager) => {
          await manager.insert(CraftgateCheckout, rowOf(next))
          await addPayments(manager, next)
        }),
      update: (next, version) =>
        this.connection.transaction(async (manager) => {
          const where = { recordId: next.id, version }
          const { affected } = await manager.update(CraftgateCheckout, where, rowOf(next))
          if (affected === 1) await addPayments(manager, next)
          return affected === 1
        }),
      isTaken: isUniqueViolation,
    })
  }

  async find(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    if ('paymentId' in by) return this.findByPayment(by)
    if (!isStorable('token' in by ? by.token : by.reference)) return undefined
    const row = await (await this.rows()).findOne({
      where: { ...by },
      order: { attempt: 'DESC', id: 'DESC' },
    })
    return row ? checkoutOfRow(row) : undefined
  }

  /** Attempts that can still be paid of an order, the newest first. */
  async unfinishedOf(order: string): Promise<readonly CheckoutRecord[]> {
    return (await this.attemptsOf(order)).filter(({ state }) => state === 'created' || state === 'open')
  }

  /** All attempts of the order, the newest first. */
  async attemptsOf(order: string): Promise<readonly CheckoutRecord[]> {
    const rows = await (await this.rows()).find({ where: { order }, order: { id: 'DESC' } })
    return rows.map(checkoutOfRow)
  }

  /** Attempts by one of these ways to pay orders of a channel, the newest first, 100 at most. */
  async paidBy(
    methods: readonly string[],
    { orders, channel }: { readonly orders: readonly string[]; readonly channel: string },
  ): Promise<readonly CheckoutRecord[]> {
    if (orders.length === 0) return []
    const rows = await (await this.rows()).find({
      where: { order: In([...orders]), channel, method: In([...methods]) },
      order: { id: 'DESC' },
      take: 100,
    })
    return rows.map(checkoutOfRow)
  }

  /** This very attempt, as it is stored now. */
  async latest({ id }: Pick<CheckoutRecord, 'id'>): Promise<CheckoutRecord | undefined> {
    const row = await (await this.rows()).findOneBy({ recordId: id })
    return row ? checkoutOfRow(row) : undefined
  }

  due(now: Date): AsyncIterable<CheckoutRecord> {
    return pages({
      rows: async () =>
        (await this.rows()).createQueryBuilder('row').where('row.nextCheckAt <= :now', { now }),
      toValue: checkoutOfRow,
    })
  }

  private async findByPayment({ account, paymentId }: PaymentRef): Promise<CheckoutRecord | undefined> {
    const source = await this.connection.source()
    const payment = await source.getRepository(CraftgateCheckoutPayment).findOneBy({ account, paymentId })
    return payment ? this.latest({ id: payment.recordId }) : undefined
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgateCheckout)
  }
}

const rowOf = (record: CheckoutRecord) => ({
  ...toCheckoutRow(record),
  channel: record.context.channel ?? '',
  paymentId: record.paymentIds[0] ?? null,
})

/** Inserting a payment of another attempt violates the primary key, and nothing of this attempt is written. */
async function addPayments(manager: EntityManager, record: CheckoutRecord): Promise<void> {
  if (record.paymentIds.length === 0) return
  const { id: recordId, account, paymentIds } = record
  const known = await manager.findBy(CraftgateCheckoutPayment, { account, recordId })
  const isNew = (paymentId: number) => !known.some((payment) => payment.paymentId === paymentId)
  const added = paymentIds.filter(isNew).map((paymentId) => ({ account, paymentId, recordId }))
  if (added.length > 0) await manager.insert(CraftgateCheckoutPayment, added)
}

@Injectable()
export class OperationStore {
  constructor(private readonly connection: IsolatedConnection) {}

  /** Inserts or updates by optimistic version, committed at once; see CommercePlatform.saveOperation. */
  save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return saveWithOptimisticLock(operation, {
      insert: async (next) => (await this.rows()).insert(toOperationRow(next)),
      update: async (next, version) => {
        const where = { account: next.account, operationKey: next.key, version }
        const { affected } = await (await this.rows()).update(where, toOperationRow(next))
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  /** Oldest first. */
  async of({ account, paymentId }: PaymentRef): Promise<readonly PaymentOperation[]> {
    const rows = await (await this.rows()).find({ where: { account, paymentId }, order: { id: 'ASC' } })
    return rows.map(operationOfRow)
  }

  open(before: Date): AsyncIterable<PaymentOperation> {
    return pages({
      rows: async () => {
        const rows = (await this.rows()).createQueryBuilder('row')
        return rows.where('row.acknowledgedAt IS NULL').andWhere('row.changedAt < :before', { before })
      },
      toValue: operationOfRow,
    })
  }

  async failedRefunds({
    account,
    since,
    limit: take,
  }: FailedRefundQuery): Promise<readonly PaymentOperation[]> {
    const failed = { account, kind: In(['refund', 'void']), state: 'failed' as const }
    const where = { ...failed, changedAt: MoreThanOrEqual(since) }
    const rows = await (await this.rows()).find({ where, order: { changedAt: 'DESC' }, take })
    return rows.map(operationOfRow)
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgateOperation)
  }
}

@Injectable()
export class EventStore {
  constructor(private readonly connection: IsolatedConnection) {}

  async handled(eventKey: string): Promise<boolean> {
    return (await this.rows()).existsBy({ eventKey })
  }

  /** Marking twice is the same as marking once. */
  async mark(eventKey: string): Promise<void> {
    try {
      await (await this.rows()).insert({ eventKey })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgateEvent)
  }
}
