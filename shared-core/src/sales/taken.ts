// What orders took, read back for a day to be compared with Craftgate's.
import type { SalesEntry, TakenEntry, TakenQuery } from '../platform'
import { currencyOf, type Row, type SalesTable } from './sales-table'

const TAKEN = 'taken-'

export const takenEntryOf = (paymentId: number): string => `${TAKEN}${paymentId}`

/** An entry of kind sale or authorization as what it tells. */
export const takenOf = ({
  entry,
  reference,
  amount,
  at,
}: Pick<SalesEntry, 'entry' | 'reference' | 'amount' | 'at'>): TakenEntry => ({
  paymentId: Number(entry.slice(TAKEN.length)),
  reference,
  amount,
  at,
})

/** `SalesStore.taken` of a table; its one scope has an index of its columns and `moment`. */
export async function readTaken(
  { name, scopes: [scope = {}], placeholder, ask }: SalesTable,
  { from, until, limit }: Omit<TakenQuery, 'account'>,
): Promise<readonly TakenEntry[]> {
  const owner = Object.keys(scope).map((column, at) => `${column} = ${placeholder(at + 1)}`)
  const next = owner.length + 1
  const sql = `SELECT entry, reference, currency, amount, moment FROM ${name}
    WHERE ${owner.join(' AND ')} AND moment >= ${placeholder(next)} AND moment < ${placeholder(next + 1)}
      AND kind IN ('sale', 'authorization')
    ORDER BY moment LIMIT ${limit}`
  const rows = await ask(sql, [...Object.values(scope), from.getTime(), until.getTime()])
  return rows.map(entryOf)
}

const entryOf = (row: Row): TakenEntry =>
  takenOf({
    entry: String(row.entry),
    reference: String(row.reference),
    amount: { minor: Number(row.amount), currency: currencyOf(row) },
    at: new Date(Number(row.moment)),
  })
