import { PAGE_SIZE, paginate, saveWithOptimisticLock } from '@craftgate-commerce/core'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { isUniqueViolation } from './isolated-connection'

interface Versioned {
  readonly state: string
  readonly changedAt: Date
  readonly version: number
}

interface TableParts<Value, Row> {
  readonly name: string
  /** The column that names a row. */
  readonly key: string
  readonly toRow: (value: Value) => Row
  readonly toValue: (row: Row) => Value
  /** Columns that hold JSON. */
  readonly json: readonly string[]
}

/** Rows that are written by optimistic version, committed at once; see CommercePlatform.saveCheckout. */
export class VersionedTable<Value extends { readonly version: number }, Row extends Versioned & object> {
  constructor(
    private readonly connections: Knex,
    private readonly parts: TableParts<Value, Row>,
  ) {}

  save(value: Value): Promise<Value | 'conflict'> {
    return saveWithOptimisticLock(value, {
      insert: (next) => this.rows().insert(this.columnsOf(next)),
      update: async (next, version) => {
        const { key } = this.parts
        const row = this.columnsOf(next)
        const changed = await this.rows()
          .where({ [key]: row[key], version })
          .update(row)
        return changed === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  /** Rows with these columns, in the order of `orderBy`. */
  async find(where: Readonly<Record<string, unknown>>, orderBy: string, limit = 1000): Promise<Value[]> {
    const rows: Record<string, unknown>[] = await this.rows().where(where).orderByRaw(orderBy).limit(limit)
    return rows.map((row) => this.valueOf(row))
  }

  async findIn(column: string, values: readonly string[]): Promise<Value[]> {
    const rows: Record<string, unknown>[] = await this.rows()
      .whereIn(column, values)
      .orderBy('changed_at', 'desc')
    return rows.map((row) => this.valueOf(row))
  }

  /** A page of the rows in these states (all of them when there are none), newest first, and how many there are. */
  async page(states: readonly string[], limit: number, offset: number): Promise<[Value[], number]> {
    const chosen = () => (states.length === 0 ? this.rows() : this.rows().whereIn('state', states))
    const rows: Record<string, unknown>[] = await chosen()
      .orderBy(['changed_at', this.parts.key].map((column) => ({ column, order: 'desc' })))
      .limit(limit)
      .offset(offset)
    const [counted] = await chosen().count({ count: '*' })
    return [rows.map((row) => this.valueOf(row)), Number(counted?.count ?? 0)]
  }

  /** Rows in these states that were last written before a moment, oldest first; written ones are not seen twice. */
  async *open(states: readonly string[], before: Date): AsyncGenerator<Value> {
    const pages = paginate<Record<string, unknown>>((last) => this.pageAfter(states, before, last))
    for await (const row of pages) yield this.valueOf(row)
  }

  private async pageAfter(states: readonly string[], before: Date, last?: Record<string, unknown>) {
    const { key } = this.parts
    const page = this.rows().whereIn('state', states).where('changed_at', '<', before)
    if (last)
      page.whereRaw('(changed_at, ??) > (?, ?)', [key, last.changed_at, last[key]] as Knex.RawBinding[])
    const rows: Record<string, unknown>[] = await page.orderBy(['changed_at', key]).limit(PAGE_SIZE)
    return rows
  }

  private columnsOf(value: Value): Record<string, unknown> {
    const columns = toColumns({ ...this.parts.toRow(value) })
    for (const name of this.parts.json) {
      if (columns[name] !== null) columns[name] = JSON.stringify(columns[name])
    }
    return columns
  }

  /** Postgres answers bigint as text; all of ours (payment ids, minor units) fit a JavaScript number. */
  private valueOf(columns: Record<string, unknown>): Value {
    const row = fromColumns(columns)
    const whole = (value: unknown) => (value === null ? null : Number(value))
    return this.parts.toValue({
      ...row,
      amount: whole(row.amount),
      paymentId: whole(row.paymentId),
    } as unknown as Row)
  }

  private rows() {
    return this.connections<Record<string, unknown>>(this.parts.name)
  }
}

type Row = object

const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const toCamel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const renamed = (row: Row, rename: (name: string) => string) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value]))

/** Column names as Medusa writes them: page_url for pageUrl. */
const toColumns = (row: Row): Record<string, unknown> => renamed(row, toSnake)

const fromColumns = (row: Row): Record<string, unknown> => renamed(row, toCamel)
