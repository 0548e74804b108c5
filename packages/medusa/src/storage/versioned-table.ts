import { PAGE_SIZE, paginate, saveWithOptimisticLock } from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { isUniqueViolation } from './isolated-connection'

interface Versioned {
  readonly changedAt: Date
  readonly version: number
}

type Columns = Record<string, unknown>

/** A query of the table's rows. */
export type Rows = Knex.QueryBuilder<Columns, Columns[]>

/** Leaves rows of one kind; an index finds them in the order of their last change. */
export type Kind = (rows: Rows) => Rows

interface TableParts<Value, Row> {
  readonly name: string
  /** The columns that name a row. */
  readonly keys: readonly string[]
  readonly toRow: (value: Value) => Row
  readonly toValue: (row: Row) => Value
  /** Columns that hold JSON. */
  readonly json: readonly string[]
  /** What is written in the same transaction. */
  readonly also?: (value: Value, connection: Knex) => Promise<void>
}

/** Rows that are written by optimistic version, committed at once; see CommercePlatform.saveCheckout. */
export class VersionedTable<Value extends { readonly version: number }, Row extends Versioned & object> {
  constructor(
    private readonly connections: Knex,
    private readonly parts: TableParts<Value, Row>,
  ) {}

  save(value: Value): Promise<Value | 'conflict'> {
    const { name, keys, also } = this.parts
    return saveWithOptimisticLock(value, {
      insert: (next) =>
        this.write(async (connection) => {
          await connection(name).insert(this.columnsOf(next))
          await also?.(next, connection)
        }),
      update: (next, version) =>
        this.write(async (connection) => {
          const row = this.columnsOf(next)
          const place = Object.fromEntries(keys.map((key) => [key, row[key]]))
          const changed = await connection(name)
            .where({ ...place, version })
            .update(row)
          if (changed === 1) await also?.(next, connection)
          return changed === 1
        }),
      isTaken: isUniqueViolation,
    })
  }

  /** The rows that `narrow` leaves, in the order of `orderBy`. */
  async find(narrow: (rows: Rows) => Rows, orderBy: string, limit = 1000): Promise<Value[]> {
    const rows = await narrow(this.rows()).orderByRaw(orderBy).limit(limit)
    return rows.map((row) => this.valueOf(row))
  }

  /** Rows of these kinds that were last written before a moment, oldest first; written ones are not seen twice. */
  async *open(kinds: readonly Kind[], before: Date): AsyncGenerator<Value> {
    const oldest = [...this.place]
    const pages = paginate<Columns>((last) => {
      const pageOf = (kind: Kind) => {
        const rows = kind(this.rows()).where('changed_at', '<', before)
        return (last ? this.after(rows, last) : rows).orderBy(oldest).limit(PAGE_SIZE)
      }
      return this.together(kinds.map(pageOf)).orderBy(oldest).limit(PAGE_SIZE)
    })
    for await (const row of pages) yield this.valueOf(row)
  }

  /** Each kind is read by the index on its own, and so far as it is asked for only. */
  private together(kinds: readonly Rows[]): Rows {
    const { connections } = this
    return connections.from(connections.unionAll([...kinds], true).as('rows')) as unknown as Rows
  }

  private write<T>(work: (connection: Knex) => Promise<T>): Promise<T> {
    return this.parts.also ? this.connections.transaction(work) : work(this.connections)
  }

  /** What rows are sorted by. */
  private get place(): readonly string[] {
    return ['changed_at', ...this.parts.keys]
  }

  private after(page: Rows, last: Columns): Rows {
    const { place } = this
    const [names, values] = [place.map(() => '??').join(), place.map(() => '?').join()]
    const bindings = [...place, ...place.map((column) => last[column])] as Knex.RawBinding[]
    return page.whereRaw(`(${names}) > (${values})`, bindings)
  }

  private columnsOf(value: Value): Columns {
    const columns = toColumns({ ...this.parts.toRow(value) })
    for (const name of this.parts.json) {
      if (columns[name] !== null) columns[name] = JSON.stringify(columns[name])
    }
    return columns
  }

  /** Postgres answers bigint as text; all of ours (ids of Craftgate's, minor units) fit a JavaScript number. */
  private valueOf(columns: Columns): Value {
    const row = fromColumns(columns)
    const whole = (value: unknown) => (value == null ? null : Number(value))
    return this.parts.toValue({
      ...row,
      amount: whole(row.amount),
      paymentId: whole(row.paymentId),
      memberId: whole(row.memberId),
    } as unknown as Row)
  }

  private rows(): Rows {
    return this.connections<Columns, Columns[]>(this.parts.name)
  }
}

const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const toCamel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const renamed = (row: object, rename: (name: string) => string): Columns =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value]))

/** Column names as Medusa writes them: page_url for pageUrl. */
const toColumns = (row: object): Columns => renamed(row, toSnake)

const fromColumns = (row: object): Columns => renamed(row, toCamel)
