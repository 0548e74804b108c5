import { PAGE_SIZE, paginate } from '@craftgate-commerce/core'
import type { VendureEntity } from '@vendure/core'
import type { Repository } from 'typeorm'

interface Stated extends VendureEntity {
  state: string
  changedAt: Date
}

interface PagedQuery<Row extends Stated, Value> {
  readonly repository: () => Promise<Repository<Row>>
  readonly states: readonly Row['state'][]
  readonly before: Date
  readonly toValue: (row: Row) => Value
}

/** Rows in these states that were last written before a moment, oldest first. */
export async function* pages<Row extends Stated, Value>(
  query: PagedQuery<Row, Value>,
): AsyncGenerator<Value> {
  for await (const row of paginate<Row>((last) => pageAfter(query, last))) yield query.toValue(row)
}

async function pageAfter<Row extends Stated, Value>(
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
