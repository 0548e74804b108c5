import type { SalesEntry } from '../platform'

/**
 * The row of an entry; primary key account and entry. Names are lower case and one word, and nothing is null but what
 * is not known of the bank, so that one statement reads it in every database. Wants an index by which a shop's rows of some days are read without the table:
 * what tells the shop, then `moment`, then all that figures are made of (`FIGURE_COLUMNS`).
 */
export interface SalesRow {
  readonly account: string
  readonly entry: string
  readonly reference: string
  readonly kind: SalesEntry['kind']
  readonly currency: string
  /** Minor units. */
  readonly amount: number
  readonly paid: number
  readonly method: string
  readonly installment: number
  readonly bank: string
  readonly pos: string
  readonly errorgroup: string
  /** Minor units; null: not known. */
  readonly charged: number | null
  readonly bankcommission: number | null
  /** Milliseconds since 1970; null: not known. */
  readonly blockageresolved: number | null
  /** Milliseconds since 1970. */
  readonly moment: number
}

/** What figures read beside `moment`. */
export const FIGURE_COLUMNS = [
  'kind',
  'currency',
  'amount',
  'paid',
  'method',
  'installment',
  'bank',
  'pos',
  'errorgroup',
  'reference',
  'charged',
  'bankcommission',
  'blockageresolved',
] as const satisfies readonly (keyof SalesRow)[]

const MOST_LETTERS = 60
const short = (text = ''): string => text.slice(0, MOST_LETTERS)

export const toSalesRow = ({
  amount,
  errorGroup,
  at,
  bankCommission,
  blockageResolvedAt,
  ...entry
}: SalesEntry): SalesRow => ({
  ...entry,
  currency: amount.currency,
  amount: amount.minor,
  method: short(entry.method),
  bank: short(entry.bank),
  pos: short(entry.pos),
  errorgroup: short(errorGroup),
  charged: entry.charged ?? null,
  bankcommission: bankCommission ?? null,
  blockageresolved: blockageResolvedAt?.getTime() ?? null,
  moment: at.getTime(),
})
