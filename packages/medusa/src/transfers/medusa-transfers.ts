import type {
  TransferRecord,
  TransferStore,
  WaitingOrder,
  WaitingQuery,
} from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import type { MedusaContainer } from '@medusajs/framework/types'
import type { CheckoutStore } from '../storage'
import { OrdersByNumber } from './orders-by-number'
import { TransferTable } from './transfer-table'

/** Transfers, and the orders of Medusa that wait for one. */
export class MedusaTransfers implements TransferStore {
  private readonly table: TransferTable
  private readonly orders: OrdersByNumber

  constructor(
    connections: Knex,
    private readonly checkouts: CheckoutStore,
    container: MedusaContainer,
  ) {
    this.table = new TransferTable(connections)
    this.orders = new OrdersByNumber(container)
  }

  save(record: TransferRecord): Promise<TransferRecord | 'conflict'> {
    return this.table.save(record)
  }

  async of(account: string, ids: readonly number[]): Promise<readonly TransferRecord[]> {
    return ids.length === 0 ? [] : this.table.of(account, ids)
  }

  undecided(account: string, limit: number): Promise<readonly TransferRecord[]> {
    return this.table.undecided(account, limit)
  }

  async waiting(query: WaitingQuery): Promise<readonly WaitingOrder[]> {
    const { account, methods, limit, amounts, numbers, references } = query
    const looked =
      references === undefined
        ? { limit, amounts, references: [], sessions: await this.orders.sessionsOf(numbers) }
        : { limit: 0, amounts: [], references, sessions: [] }
    const records = await this.checkouts.awaitingFunds({ account, methods, ...looked })
    const orders = await this.orders.of(records)
    return records.flatMap((record) => {
      const order = orders.get(record.order)
      return order ? [{ record, ...order }] : []
    })
  }
}
