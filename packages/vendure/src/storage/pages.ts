import { PAGE_SIZE, paginate } from '@craftgate-commerce/core/adapter'
import type { VendureEntity } from '@vendure/core'
import type { SelectQueryBuilder } from 'typeorm'

interface ChangedRow extends VendureEntity {
  changedAt: Date
}

interface PagedQuery<Row extends ChangedRow, Value> {
  /** The rows that are wanted, named `row`, in no order yet. */
  readonly rows: () => Promise<SelectQueryBuilder<Row>>
  readonly toValue: (row: Row) => Value
}

/** The rows of a query, oldest first, page by page. */
export async function* pages<Row extends ChangedRow, Value>(
  query: PagedQuery<Row, Value>,
): AsyncGenerator<Value> {
  for await (const row of paginate<Row>((last) => pageAfter(query, last))) yield query.toValue(row)
}

async function pageAfter<Row extends ChangedRow, Value>(
  { rows: query }: PagedQuery<Row, Value>,
  last?: Row,
): Promise<Row[]> {
  const rows = (await query()).orderBy('row.changedAt', 'ASC').addOrderBy('row.id', 'ASC').take(PAGE_SIZE)
  if (!last) return rows.getMany()
  const cursor = { at: last.changedAt, id: last.id }
  return rows.andWhere('(row.changedAt > :at OR (row.changedAt = :at AND row.id > :id))', cursor).getMany()
}
