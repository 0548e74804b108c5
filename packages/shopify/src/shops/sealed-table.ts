import { PAGE_SIZE, paginate } from '@craftgate-commerce/core'
import type { EntitySchema, FindOptionsWhere, ObjectLiteral, Repository } from 'typeorm'

/** A table with sealed columns, each of them text or null. */
export interface SealedTable<Row extends ObjectLiteral, Column extends keyof Row & string> {
  readonly entity: EntitySchema<Row>
  /** What its rows are named and sorted by. */
  readonly key: readonly (keyof Row & string)[]
  readonly sealed: readonly Column[]
  /** What the keyring names the place of a secret. */
  readonly place: (row: Row, column: Column) => string
}

/** Rows that hold something sealed, page by page. */
export function everySealedRow<Row extends ObjectLiteral, Column extends keyof Row & string>(
  rows: Repository<Row>,
  { key, sealed }: SealedTable<Row, Column>,
): AsyncGenerator<Row> {
  const names = key.map((name) => `row.${name}`)
  const values = key.map((name) => `:${name}`)
  return paginate((last: Row | undefined) => {
    const page = rows.createQueryBuilder('row').limit(PAGE_SIZE)
    page.where(`(${sealed.map((column) => `row.${column} IS NOT NULL`).join(' OR ')})`)
    if (last) page.andWhere(`(${names.join(', ')}) > (${values.join(', ')})`, last)
    for (const name of names) page.addOrderBy(name)
    return page.getMany()
  })
}

/** Writes a column unless it holds something else than what was read: that was written meanwhile, and is newer. */
export async function writeUnlessChanged<Row extends ObjectLiteral, Column extends keyof Row & string>(
  rows: Repository<Row>,
  { row, column, text }: { readonly row: Row; readonly column: Column; readonly text: string },
  key: readonly (keyof Row & string)[],
): Promise<boolean> {
  const same: object = Object.fromEntries([...key, column].map((name) => [name, row[name]]))
  const written: object = { [column]: text }
  const { affected } = await rows.update(
    same as FindOptionsWhere<Row>,
    written as Parameters<Repository<Row>['update']>[1],
  )
  return affected === 1
}
