import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'

/**
 * How many rows there are, `most` at most: a list is counted so far, because counting reads every row. In the order of the
 * list, so that it is counted by the index that the list is read by.
 */
export async function countUpTo<Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  most: number,
): Promise<number> {
  const counted = rows.clone().select(`${rows.alias}.id`, 'id').offset(0).limit(most)
  const all = rows.connection.createQueryBuilder().select('COUNT(*)', 'count')
  all.from(`(${counted.getQuery()})`, 'counted').setParameters(counted.getParameters())
  return Number((await all.getRawOne<{ count: string | number }>())?.count ?? 0)
}
