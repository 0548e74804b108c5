// What statements over a shop's entries of some days share: its rows by their index, and at most the newest of them.
import { FIGURE_COLUMNS } from './sales-row'
import type { SalesTable } from './sales-table'

/** Of a shop with more in the period the older ones are left out, and the figures say so (`isCut`). */
export const MOST_ENTRIES = 200_000

export type Query = readonly [sql: string, parameters: readonly (string | number)[]]

interface Text {
  /** The number of the day that an entry is of. */
  day(): string
  /** The shop's entries of these days. */
  newest(): string
}

/** Parameters are numbered as they come into the text. */
export function entryQuery(table: SalesTable, days: readonly Date[], write: (text: Text) => string): Query {
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
