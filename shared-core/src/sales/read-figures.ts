// Figures of a shop out of its sales entries, by three statements that PostgreSQL, MySQL and SQLite understand. Each reads the
// index of the shop's rows of these days and nothing else, and at most the newest `MOST_ENTRIES` of them.
import type { SalesEntryKind } from '../platform'
import { entryQuery, MOST_ENTRIES, type Query } from './entry-query'
import type { DayFigure, PaymentFigure, SalesFigures } from './figures'
import { currencyOf, type Row, type SalesTable } from './sales-table'

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

const byDayOf = (table: SalesTable, days: readonly Date[]): Query =>
  entryQuery(
    table,
    days,
    (text) => `SELECT day, kind, currency, COUNT(*) AS n, SUM(amount) AS amount, SUM(paid) AS paid
     FROM (SELECT ${text.day()} AS day, kind, currency, amount, paid FROM ${text.newest()}) counted
     GROUP BY day, kind, currency`,
  )

const paymentsOf = (table: SalesTable, days: readonly Date[]): Query =>
  entryQuery(
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
  entryQuery(
    table,
    days,
    (text) => `SELECT day, currency, COUNT(*) AS n FROM (
       SELECT reference, currency, MAX(${text.day()}) AS day FROM ${text.newest()}
       WHERE kind IN ('sale', 'authorization', 'declined')
       GROUP BY reference, currency HAVING MIN(CASE WHEN kind = 'declined' THEN 1 ELSE 0 END) = 1
     ) purchases GROUP BY day, currency`,
  )

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
