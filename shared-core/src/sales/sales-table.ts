import { type CurrencyCode, isCurrency } from '../money'

/** How the sales entries of a shop are asked for, in PostgreSQL, MySQL or SQLite. */
export interface SalesTable {
  readonly name: string
  /** Whose rows are meant: columns and what stands in them; each of the list with an index of its own columns before `moment`. */
  readonly scopes: readonly Readonly<Record<string, string>>[]
  /** How a parameter stands in a statement: $1, or ? */
  readonly placeholder: (number: number) => string
  readonly ask: (sql: string, parameters: readonly (string | number)[]) => Promise<readonly Row[]>
}

export type Row = Readonly<Record<string, unknown>>

export function currencyOf({ currency }: Row): CurrencyCode {
  if (typeof currency === 'string' && isCurrency(currency)) return currency
  throw new Error(`A sales entry is in '${String(currency)}', which is no currency`)
}
