// Figures of a shop out of its sales entries, by three statements that PostgreSQL, MySQL and SQLite understand. Each reads the
// index of the shop's rows of these days and nothing else, and at most the newest `MOST_ENTRIES` of them.
import type { SalesEntryKind } from '../platform'
import type { DayFigure, PaymentFigure, SalesFigures } from './figures'
import { FIGURE_COLUMNS } from './sales-row'
import { currencyOf, type Row, type SalesTable } from './sales-table'

/** Of a shop with more in the period the older ones are left out, and the figures say so (`isCut`). */
export const MOST_ENTRIES = 200_000

/** `days`: the first moment of each day, oldest first, and the end of the last. */
export async function readFigures(table: SalesTable, days: readonly Date[]): Promise<SalesFigures> {
  const [byDay, payments, unpaid] = await Promise.all([
    table.ask(...byDayOf(table, days)),
    table.ask(...paymentsOf(table, days)),
    table.ask(...unpaidOf(table, days)),
  ])
  const figures = byDay.map(dayOf)
  const entries = figures.reduce((sum, { count }) => sum + count, 0)
  return {
    days: figures,
    payments: payments.map(paymentOf),
    unpaid: unpaid.map((row) => ({
      day: number(row.day),
      currency: currencyOf(row),
      count: number(row.n),
    })),
    isCut: entries >= MOST_ENTRIES,
  }
}

type Query = readonly [sql: string, parameters: readonly (string | number)[]]

const byDayOf = (table: SalesTable, days: readonly Date[]): Query =>
  build(
    table,
    days,
    (text) => `SELECT day, kind, currency, COUNT(*) AS n, SUM(amount) AS amount, SUM(paid) AS paid
     FROM (SELECT ${text.day()} AS day, kind, currency, amount, paid FROM ${text.newest()}) counted
     GROUP BY day, kind, currency`,
  )

const paymentsOf = (table: SalesTable, days: readonly Date[]): Query =>
  build(
    table,
    days,
    (
      text,
    ) => `SELECT kind, currency, method, installment, bank, pos, errorgroup, COUNT(*) AS n, SUM(amount) AS amount
     FROM ${text.newest()} WHERE kind IN ('sale', 'authorization', 'declined')
     GROUP BY kind, currency, method, installment, bank, pos, errorgroup`,
  )

/** Purchases that were attempted and not paid, on the day of their last attempt. */
const unpaidOf = (table: SalesTable, days: readonly Date[]): Query =>
  build(
    table,
    days,
    (text) => `SELECT day, currency, COUNT(*) AS n FROM (
       SELECT reference, currency, MAX(${text.day()}) AS day FROM ${text.newest()}
       WHERE kind IN ('sale', 'authorization', 'declined')
       GROUP BY reference, currency HAVING MIN(CASE WHEN kind = 'declined' THEN 1 ELSE 0 END) = 1
     ) purchases GROUP BY day, currency`,
  )

interface Text {
  /** The number of the day that an entry is of. */
  day(): string
  /** The shop's entries of these days. */
  newest(): string
}

/** Parameters are numbered as they come into the text. */
function build(table: SalesTable, days: readonly Date[], write: (text: Text) => string): Query {
  const parameters: (string | number)[] = []
  const param = (value: string | number): string => table.placeholder(parameters.push(value))
  const starts = days.map((day) => day.getTime())
  const [from = 0, end = 0] = [starts[0], starts.at(-1)]
  const limit = Math.ceil(MOST_ENTRIES / Math.max(table.scopes.length, 1))
  const ofScope = (scope: Readonly<Record<string, string>>): string => {
    const owner = Object.entries(scope).map(([column, value]) => `${column} = ${param(value)}`)
    return `SELECT * FROM (SELECT ${['moment', ...FIGURE_COLUMNS].join(', ')} FROM ${table.name}
      WHERE ${owner.join(' AND ')} AND moment >= ${param(from)} AND moment < ${param(end)}
      ORDER BY moment DESC LIMIT ${limit}) newest`
  }
  const sql = write({
    day: () => dayCase(starts.slice(0, -1), 0),
    newest: () => `(${table.scopes.map(ofScope).join(' UNION ALL ')}) entries`,
  })
  return [sql, parameters]
}

/** A tree of comparisons, so that each entry is compared with few days. These are numbers of ours, not parameters. */
function dayCase(starts: readonly number[], first: number): string {
  if (starts.length <= 1) return String(first)
  const half = starts.length >> 1
  return `CASE WHEN moment < ${starts[half]} THEN ${dayCase(starts.slice(0, half), first)} ELSE ${dayCase(starts.slice(half), first + half)} END`
}

const number = (value: unknown): number => Number(value ?? 0)
const text = (value: unknown): string | undefined => String(value ?? '') || undefined

const dayOf = (row: Row): DayFigure => ({
  day: number(row.day),
  kind: String(row.kind) as SalesEntryKind,
  currency: currencyOf(row),
  count: number(row.n),
  amount: number(row.amount),
  paid: number(row.paid),
})

const paymentOf = (row: Row): PaymentFigure => ({
  isApproved: row.kind !== 'declined',
  currency: currencyOf(row),
  method: text(row.method),
  installment: number(row.installment),
  bank: text(row.bank),
  pos: text(row.pos),
  errorGroup: text(row.errorgroup),
  count: number(row.n),
  amount: number(row.amount),
})
