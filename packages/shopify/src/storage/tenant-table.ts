import { PAGE_SIZE, paginate, saveWithOptimisticLock } from '@craftgate-commerce/core/adapter'
import type {
  DataSource,
  EntityManager,
  EntitySchema,
  FindOptionsOrder,
  FindOptionsWhere,
  ObjectLiteral,
} from 'typeorm'
import type { Tenant } from '../context/tenant'
import { isUniqueViolation } from '../database'

interface Versioned extends Tenant {
  readonly changedAt: Date
  readonly version: number
}

interface TenantTableConfig<Value, Row> {
  readonly entity: EntitySchema<Row>
  /** The properties that name a row of a tenant. */
  readonly key: readonly (keyof Row & string)[]
  readonly toRow: (value: Value) => Omit<Row, keyof Tenant>
  readonly toValue: (row: Row) => Value
  /** Rows of other tables that are written with this one, in the same transaction. */
  readonly writeRelated?: (manager: EntityManager, row: Row) => Promise<void>
}

/** What `row.` in a condition means, and its parameters. */
export interface Condition {
  readonly sql: string
  readonly parameters?: ObjectLiteral
}

/** The rows of one tenant in a table whose rows carry a version. No method can reach a row of another. */
export class TenantTable<Value extends { readonly version: number }, Row extends Versioned & ObjectLiteral> {
  constructor(
    private readonly database: DataSource,
    private readonly tenant: Tenant,
    private readonly config: TenantTableConfig<Value, Row>,
  ) {}

  save(value: Value): Promise<Value | 'conflict'> {
    return saveWithOptimisticLock(value, {
      insert: (next) => this.write(next, (manager, row) => this.insert(manager, row)),
      update: (next, version) => this.write(next, (manager, row) => this.update(manager, row, version)),
      isTaken: isUniqueViolation,
    })
  }

  async first(where: FindOptionsWhere<Row>, order: FindOptionsOrder<Row> = {}): Promise<Value | undefined> {
    const row = await this.rows().findOne({ where: this.own(where), order })
    return row ? this.config.toValue(row) : undefined
  }

  async all(where: FindOptionsWhere<Row>, order: FindOptionsOrder<Row>, take?: number): Promise<Value[]> {
    const rows = await this.rows().find({ where: this.own(where), order, take })
    return rows.map(this.config.toValue)
  }

  /** Rows that the condition is true of, page by page, in the order of a time that they carry. */
  async *inOrder(by: keyof Row & string, condition: Condition): AsyncGenerator<Value> {
    const pageAfter = (last: Row | undefined) => this.pageAfter(by, condition, last)
    for await (const row of paginate(pageAfter)) yield this.config.toValue(row)
  }

  private write(
    value: Value,
    work: (manager: EntityManager, row: Row) => Promise<boolean>,
  ): Promise<boolean> {
    const { writeRelated } = this.config
    const row = this.rowOf(value)
    if (writeRelated === undefined) return work(this.database.manager, row)
    return this.database.transaction(async (manager) => {
      const written = await work(manager, row)
      if (written) await writeRelated(manager, row)
      return written
    })
  }

  private async insert(manager: EntityManager, row: Row): Promise<boolean> {
    await this.rows(manager).insert(row)
    return true
  }

  private async update(manager: EntityManager, row: Row, version: number): Promise<boolean> {
    const named = Object.fromEntries(this.config.key.map((name) => [name, row[name]]))
    const { affected } = await this.rows(manager).update(this.own({ ...named, version }), row)
    return affected === 1
  }

  private pageAfter(
    by: keyof Row & string,
    { sql, parameters }: Condition,
    last: Row | undefined,
  ): Promise<Row[]> {
    const sorted = [by, ...this.config.key]
    const page = this.rows()
      .createQueryBuilder('row')
      .where('row.shop = :shop AND row.mode = :mode', { ...this.tenant })
      .andWhere(sql, parameters)
      .take(PAGE_SIZE)
    for (const name of sorted) page.addOrderBy(`row.${name}`)
    if (last) {
      const names = sorted.map((name) => `row.${name}`).join(', ')
      const values = sorted.map((name) => `:last_${name}`).join(', ')
      const after = Object.fromEntries(sorted.map((name) => [`last_${name}`, last[name]]))
      page.andWhere(`(${names}) > (${values})`, after)
    }
    return page.getMany()
  }

  private rowOf(value: Value): Row {
    return { ...this.config.toRow(value), ...this.ownColumns() } as Row
  }

  private own(where: object): FindOptionsWhere<Row> {
    return { ...where, ...this.ownColumns() } as FindOptionsWhere<Row>
  }

  private ownColumns(): Tenant {
    const { shop, mode } = this.tenant
    return { shop, mode }
  }

  private rows(manager: EntityManager = this.database.manager) {
    return manager.getRepository(this.config.entity)
  }
}
