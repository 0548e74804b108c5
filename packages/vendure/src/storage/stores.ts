import {
  type CheckoutQuery,
  type CheckoutRecord,
  type CheckoutState,
  checkoutOfRow,
  operationOfRow,
  PAGE_SIZE,
  type PaymentOperation,
  paginate,
  saveWithOptimisticLock,
  toCheckoutRow,
  toOperationRow,
} from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import type { VendureEntity } from '@vendure/core'
import type { FindOptionsWhere, Repository } from 'typeorm'
import { CraftgateCheckout, CraftgateEvent, CraftgateOperation } from '../entities'
import { IsolatedConnection } from './isolated-connection'
import { isUniqueViolation } from './transactions'

@Injectable()
export class CheckoutStore {
  constructor(private readonly connection: IsolatedConnection) {}

  /** Inserts or updates by optimistic version; see CommercePlatform.saveCheckout. */
  save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return saveWithOptimisticLock(record, {
      insert: async (next) => (await this.rows()).insert(rowOf(next)),
      update: async (next, version) => {
        const { affected } = await (await this.rows()).update({ recordId: next.id, version }, rowOf(next))
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  async find(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    const rows = await this.rows()
    const row = await rows.findOne({ where: whereOf(by), order: { attempt: 'DESC', id: 'DESC' } })
    return row ? checkoutOfRow(row) : undefined
  }

  /** This very attempt, as it is stored now. */
  async latest({ id }: Pick<CheckoutRecord, 'id'>): Promise<CheckoutRecord | undefined> {
    const row = await (await this.rows()).findOneBy({ recordId: id })
    return row ? checkoutOfRow(row) : undefined
  }

  open(query: { states: readonly CheckoutState[]; before: Date }): AsyncIterable<CheckoutRecord> {
    return pages({ repository: () => this.rows(), ...query, toValue: checkoutOfRow })
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgateCheckout)
  }
}

function whereOf(by: CheckoutQuery): FindOptionsWhere<CraftgateCheckout> {
  if ('token' in by) return { token: by.token }
  return 'paymentId' in by ? { paymentId: by.paymentId } : { reference: by.reference }
}

const rowOf = (record: CheckoutRecord) => ({
  ...toCheckoutRow(record),
  channel: record.context.channel ?? '',
})

@Injectable()
export class OperationStore {
  constructor(private readonly connection: IsolatedConnection) {}

  /** Inserts or updates by optimistic version, committed at once; see CommercePlatform.saveOperation. */
  save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return saveWithOptimisticLock(operation, {
      insert: async (next) => (await this.rows()).insert(toOperationRow(next)),
      update: async (next, version) => {
        const { affected } = await (await this.rows()).update(
          { operationKey: next.key, version },
          toOperationRow(next),
        )
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  /** Oldest first. */
  async of(paymentId: number): Promise<readonly PaymentOperation[]> {
    const rows = await (await this.rows()).find({ where: { paymentId }, order: { id: 'ASC' } })
    return rows.map(operationOfRow)
  }

  open(before: Date): AsyncIterable<PaymentOperation> {
    return pages({
      repository: () => this.rows(),
      states: ['planned', 'unknown', 'waiting'],
      before,
      toValue: operationOfRow,
    })
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

interface StatefulRow extends VendureEntity {
  state: string
  changedAt: Date
}

interface PagedQuery<Row extends StatefulRow, Value> {
  readonly repository: () => Promise<Repository<Row>>
  readonly states: readonly Row['state'][]
  readonly before: Date
  readonly toValue: (row: Row) => Value
}

/** Rows in these states that were last written before a moment, oldest first. */
async function* pages<Row extends StatefulRow, Value>(query: PagedQuery<Row, Value>): AsyncGenerator<Value> {
  for await (const row of paginate<Row>((last) => pageAfter(query, last))) yield query.toValue(row)
}

async function pageAfter<Row extends StatefulRow, Value>(
  query: PagedQuery<Row, Value>,
  last?: Row,
): Promise<Row[]> {
  const rows = (await query.repository())
    .createQueryBuilder('row')
    .where('row.state IN (:...states)', { states: query.states })
    .andWhere('row.changedAt < :before', { before: query.before })
    .orderBy('row.changedAt', 'ASC')
    .addOrderBy('row.id', 'ASC')
    .take(PAGE_SIZE)
  if (!last) return rows.getMany()
  const cursor = { at: last.changedAt, id: last.id }
  return rows.andWhere('(row.changedAt > :at OR (row.changedAt = :at AND row.id > :id))', cursor).getMany()
}
