import { PAGE_SIZE, paginate, saveWithOptimisticLock } from '@craftgate-commerce/core'
import type { DataSource, EntitySchema, FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { isUniqueViolation } from '../database'

interface Versioned extends Tenant {
  readonly state: string
  readonly changedAt: Date
  readonly version: number
}

interface TenantTableConfig<Value, Row> {
  readonly entity: EntitySchema<Row>
  /** The property that names a row of a tenant. */
  readonly key: keyof Row & string
  readonly toRow: (value: Value) => Omit<Row, keyof Tenant>
  readonly toValue: (row: Row) => Value
}

/** The rows of one tenant in a table whose rows carry a version. No method can reach a row of another. */
export class TenantTable<Value extends { readonly version: number }, Row extends Versioned & ObjectLiteral> {
  constructor(
    private readonly database: DataSource,
    private readonly tenant: Tenant,
    private readonly deps: TenantTableConfig<Value, Row>,
  ) {}

  save(value: Value): Promise<Value | 'conflict'> {
    return saveWithOptimisticLock(value, {
      insert: (next) => this.rows().insert(this.rowOf(next)),
      update: async (next, version) => {
        const row = this.rowOf(next)
        const { key } = this.deps
        const { affected } = await this.rows().update(this.own({ [key]: row[key], version }), row)
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  async first(where: FindOptionsWhere<Row>, order: FindOptionsOrder<Row> = {}): Promise<Value | undefined> {
    const row = await this.rows().findOne({ where: this.own(where), order })
    return row ? this.deps.toValue(row) : undefined
  }

  async all(where: FindOptionsWhere<Row>, order: FindOptionsOrder<Row>): Promise<Value[]> {
    const rows = await this.rows().find({ where: this.own(where), order })
    return rows.map(this.deps.toValue)
  }

  /** Rows in these states that were last written before a moment, oldest first. */
  async *open(states: readonly string[], before: Date): AsyncGenerator<Value> {
    const pageAfter = (last: Row | undefined) => this.pageAfter(states, before, last)
    for await (const row of paginate(pageAfter)) yield this.deps.toValue(row)
  }

  private pageAfter(states: readonly string[], before: Date, last: Row | undefined): Promise<Row[]> {
    const { key } = this.deps
    const page = this.rows()
      .createQueryBuilder('row')
      .where('row.shop = :shop AND row.mode = :mode', { ...this.tenant })
      .andWhere('row.state IN (:...states) AND row.changedAt < :before', { states, before })
      .orderBy('row.changedAt')
      .addOrderBy(`row.${key}`)
      .take(PAGE_SIZE)
    if (last)
      page.andWhere(`(row.changedAt, row.${key}) > (:at, :last)`, { at: last.changedAt, last: last[key] })
    return page.getMany()
  }

  private rowOf(value: Value): Row {
    return { ...this.deps.toRow(value), ...this.ownColumns() } as Row
  }

  private own(where: object): FindOptionsWhere<Row> {
    return { ...where, ...this.ownColumns() } as FindOptionsWhere<Row>
  }

  private ownColumns(): Tenant {
    const { shop, mode } = this.tenant
    return { shop, mode }
  }

  private rows() {
    return this.database.getRepository(this.deps.entity)
  }
}
