import type { CheckoutState, RetentionStore } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, IsNull, LessThan, Not, type SelectQueryBuilder } from 'typeorm'
import {
  CraftgateCheckout,
  CraftgateCheckoutPayment,
  CraftgateEvent,
  CraftgateLock,
  CraftgateOperation,
  CraftgatePanelAudit,
  CraftgateSalesEntry,
  CraftgateWalletOperation,
} from '../entities'
import { IsolatedConnection } from './isolated-connection'

interface OldCheckouts {
  readonly states: readonly CheckoutState[]
  readonly before: Date
  readonly limit: number
}

/** Old records, batch by batch; each method answers how many rows it took. */
@Injectable()
export class OldRecords implements RetentionStore {
  constructor(private readonly connection: IsolatedConnection) {}

  /**
   * An attempt goes with its payments and their operations, unless one of those is not at its end or was written since; what
   * was done in the panel, what figures are counted from, and what ended in wallets, goes with the payments of its age.
   */
  deleteCheckouts(query: OldCheckouts): Promise<number> {
    return this.connection.transaction(async (manager) => {
      if (query.states.includes('captured')) {
        await deleteAudit(manager, query)
        await deleteSalesEntries(manager, query)
        await deleteWalletOperations(manager, query)
      }
      const rows = oldCheckouts(manager, query)
      // Whoever writes one meanwhile waits, and finds that it is gone.
      if (this.connection.hasRowLocks) rows.setLock('pessimistic_write')
      const recordIds = (await rows.getMany()).map(({ recordId }) => recordId)
      if (recordIds.length === 0) return 0
      const payments = await manager.findBy(CraftgateCheckoutPayment, { recordId: In(recordIds) })
      for (const [account, paymentIds] of byAccount(payments)) {
        const ofPayments = { account, paymentId: In(paymentIds) }
        // One that was begun in this moment is acknowledged later, and stays.
        await manager.delete(CraftgateOperation, { ...ofPayments, acknowledgedAt: Not(IsNull()) })
        await manager.delete(CraftgateLock, ofPayments)
      }
      await manager.delete(CraftgateCheckoutPayment, { recordId: In(recordIds) })
      const { affected } = await manager.delete(CraftgateCheckout, { recordId: In(recordIds) })
      return affected ?? recordIds.length
    })
  }

  deleteEvents({ before, limit }: { readonly before: Date; readonly limit: number }): Promise<number> {
    return this.connection.transaction(async (manager) => {
      const where = { createdAt: LessThan(before) }
      const rows = await manager.find(CraftgateEvent, { where, order: { createdAt: 'ASC' }, take: limit })
      if (rows.length > 0) await manager.delete(CraftgateEvent, { id: In(rows.map(({ id }) => id)) })
      return rows.length
    })
  }
}

async function deleteAudit(manager: EntityManager, { before, limit: take }: OldCheckouts): Promise<void> {
  const where = { createdAt: LessThan(before) }
  const rows = await manager.find(CraftgatePanelAudit, { where, order: { createdAt: 'ASC' }, take })
  if (rows.length > 0) await manager.delete(CraftgatePanelAudit, { id: In(rows.map(({ id }) => id)) })
}

/** Several rows for a payment. */
const ENTRIES_OF_ONE = 4

async function deleteSalesEntries(manager: EntityManager, { before, limit }: OldCheckouts): Promise<void> {
  const where = { moment: LessThan(before.getTime()) }
  const take = limit * ENTRIES_OF_ONE
  const rows = await manager.find(CraftgateSalesEntry, { where, order: { moment: 'ASC' }, take })
  for (const account of new Set(rows.map((row) => row.account))) {
    const entries = rows.flatMap((row) => (row.account === account ? [row.entry] : []))
    await manager.delete(CraftgateSalesEntry, { account, entry: In(entries) })
  }
}

async function deleteWalletOperations(
  manager: EntityManager,
  { before, limit: take }: OldCheckouts,
): Promise<void> {
  const where = { endedAt: LessThan(before) }
  const rows = await manager.find(CraftgateWalletOperation, { where, order: { endedAt: 'ASC' }, take })
  if (rows.length > 0) await manager.delete(CraftgateWalletOperation, { id: In(rows.map(({ id }) => id)) })
}

function oldCheckouts(manager: EntityManager, { states, before, limit }: OldCheckouts) {
  const rows = manager.createQueryBuilder(CraftgateCheckout, 'row')
  rows.where('row.state IN (:...states) AND row.changedAt < :before', { states, before })
  rows.andWhere(`NOT EXISTS ${livingOperations(rows)}`)
  return rows.orderBy('row.changedAt').limit(limit)
}

/** Grouped, so that databases look it up row by row: otherwise Postgres may read all payments from end to end, for each batch. */
const livingOperations = (rows: SelectQueryBuilder<CraftgateCheckout>): string =>
  rows
    .subQuery()
    .select('1')
    .from(CraftgateCheckoutPayment, 'payment')
    .innerJoin(
      CraftgateOperation,
      'operation',
      'operation.account = payment.account AND operation.paymentId = payment.paymentId',
    )
    .where('payment.recordId = row.recordId')
    .andWhere('(operation.acknowledgedAt IS NULL OR operation.changedAt >= :before)')
    .groupBy('payment.recordId')
    .having('COUNT(*) > 0')
    .getQuery()

function byAccount(payments: readonly CraftgateCheckoutPayment[]): Map<string, number[]> {
  const accounts = new Map<string, number[]>()
  for (const { account, paymentId } of payments)
    accounts.set(account, [...(accounts.get(account) ?? []), paymentId])
  return accounts
}
