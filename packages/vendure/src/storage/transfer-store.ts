import {
  checkoutOfRow,
  saveWithOptimisticLock,
  type TransferRecord,
  type TransferStore,
  toTransferRow,
  transferOfRow,
  type WaitingOrder,
  type WaitingQuery,
} from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { Order, TransactionalConnection } from '@vendure/core'
import { Brackets, In, type SelectQueryBuilder } from 'typeorm'
import { CraftgateCheckout, CraftgateTransfer } from '../entities'
import { IsolatedConnection } from './isolated-connection'
import { isUniqueViolation } from './transactions'

const OF_AN_AMOUNT = 25

/** Transfers, and the orders of Vendure that wait for one. */
@Injectable()
export class VendureTransfers implements TransferStore {
  constructor(
    private readonly isolated: IsolatedConnection,
    private readonly connection: TransactionalConnection,
  ) {}

  save(record: TransferRecord): Promise<TransferRecord | 'conflict'> {
    return saveWithOptimisticLock(record, {
      insert: async (next) => (await this.rows()).insert(rowOf(next)),
      update: async (next, version) => {
        const where = { account: next.account, transferId: next.id, version }
        const { affected } = await (await this.rows()).update(where, rowOf(next))
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  async of(account: string, ids: readonly number[]): Promise<readonly TransferRecord[]> {
    if (ids.length === 0) return []
    const rows = await (await this.rows()).findBy({ account, transferId: In([...ids]) })
    return rows.map(transferOfRow)
  }

  async undecided(account: string, limit: number): Promise<readonly TransferRecord[]> {
    const found = { where: { account, state: 'undecided' as const }, order: { startedAt: 'DESC' as const } }
    const rows = await (await this.rows()).find({ ...found, take: limit })
    return rows.map(transferOfRow)
  }

  async waiting(query: WaitingQuery): Promise<readonly WaitingOrder[]> {
    const rows = await this.attempts(query)
    const ids = [...new Set(rows.map(({ order }) => order))]
    if (ids.length === 0) return []
    const repository = this.connection.rawConnection.getRepository(Order)
    const orders = await repository.find({ where: { id: In(ids) }, relations: { customer: true } })
    const byId = new Map(orders.map((order) => [String(order.id), order]))
    return rows.flatMap((row) => {
      const order = byId.get(row.order)
      if (order === undefined) return []
      const buyerEmail = order.customer?.emailAddress
      return [{ record: checkoutOfRow(row), number: order.code, buyerNames: namesOf(order), buyerEmail }]
    })
  }

  /** Each once: an attempt that is looked for in several ways is found in several. */
  private async attempts(query: WaitingQuery): Promise<readonly CraftgateCheckout[]> {
    const { limit, amounts, numbers, references } = query
    const some = (
      column: 'amount' | 'order' | 'reference',
      values: readonly unknown[],
      most = values.length,
    ) =>
      values.length === 0
        ? []
        : this.find(query, most, (rows) => rows.andWhere(`row.${column} IN (:...values)`, { values }))
    const found =
      references === undefined
        ? await Promise.all([
            limit === 0 ? [] : this.find(query, limit),
            some('amount', amounts, amounts.length * OF_AN_AMOUNT),
            some('order', await this.ordersOf(numbers)),
          ])
        : [await some('reference', references)]
    return [...new Map(found.flat().map((row) => [row.recordId, row])).values()]
  }

  /** The newest first. So few wait that what they wait for is not indexed. */
  private async find(
    { account, shop, methods }: Pick<WaitingQuery, 'account' | 'shop' | 'methods'>,
    most: number,
    narrow: (rows: SelectQueryBuilder<CraftgateCheckout>) => unknown = () => undefined,
  ): Promise<readonly CraftgateCheckout[]> {
    const checkouts = (await this.isolated.source()).getRepository(CraftgateCheckout)
    const rows = checkouts
      .createQueryBuilder('row')
      .where('row.state = :state', { state: 'created' })
      .andWhere('row.account = :account', { account })
      .andWhere(placedFor(methods))
    if (shop !== undefined) rows.andWhere('row.channel = :shop', { shop })
    narrow(rows)
    return rows.orderBy('row.changedAt', 'DESC').take(most).getMany()
  }

  /** Ids of the orders with these codes, written in letters of either case. */
  private async ordersOf(numbers: readonly string[]): Promise<readonly string[]> {
    const codes = [...new Set(numbers.flatMap((number) => [number, number.toLowerCase()]))]
    if (codes.length === 0) return []
    const orders = this.connection.rawConnection.getRepository(Order)
    const found = await orders.find({ select: { id: true }, where: { code: In(codes) }, take: codes.length })
    return found.map(({ id }) => String(id))
  }

  private async rows() {
    return (await this.isolated.source()).getRepository(CraftgateTransfer)
  }
}

const placedFor = (methods: WaitingQuery['methods']) =>
  new Brackets((where) => {
    for (const method of methods)
      where.orWhere(`row.context LIKE :${method}`, { [method]: `%"offline":"${method}"%` })
  })

const rowOf = (record: TransferRecord) => ({ ...toTransferRow(record), parts: [...record.parts] })

function namesOf({ customer, billingAddress, shippingAddress }: Order): readonly string[] {
  const name = customer ? `${customer.firstName} ${customer.lastName}`.trim() : ''
  const names = [name, billingAddress?.fullName, shippingAddress?.fullName]
  return [...new Set(names.flatMap((each) => each || []))]
}
