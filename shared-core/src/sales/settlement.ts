// What banks keep of the payments of a shop, and when they pay the rest: out of its sales entries, by statements that
// PostgreSQL, MySQL and SQLite understand and that read the index of the shop's rows of that time.
import type { CurrencyCode } from '../money'
import { entryQuery, MOST_ENTRIES } from './entry-query'
import { currencyOf, type Row, type SalesTable } from './sales-table'

/** Minor units of one currency. */
interface CardMoney {
  readonly currency: CurrencyCode
  readonly count: number
  /** What cards were charged; of refunds what they got back. */
  readonly charged: number
}

/** Payments of which a bank pays the rest on the same day. */
export interface ExpectedPayouts extends CardMoney {
  /** The first moment of that day in Turkey; absent: not known. */
  readonly day?: Date
  readonly bankCommission: number
}

/** Never of several currencies added together. Refunds are those of this time, of payments of any. */
export interface SettlementFigures {
  /** The earliest day first. */
  readonly payouts: readonly ExpectedPayouts[]
  /** Payments whose commission is not known; it is not 0, and no payout says anything of them. */
  readonly unknown: readonly CardMoney[]
  readonly refunds: readonly CardMoney[]
  /** There are more entries than are counted: the oldest are left out. */
  readonly isCut: boolean
}

/** What happened to money of the shop: a sale, a capture or a refund. */
export interface SettlementEntry {
  readonly kind: 'sale' | 'capture' | 'refund'
  readonly reference: string
  /** The lead payment; absent of a refund. */
  readonly paymentId?: number
  readonly at: Date
  readonly currency: CurrencyCode
  /** Minor units; of entries of before this was kept, what is known of it. */
  readonly charged: number
  /** Minor units; absent: not known, and of a refund. */
  readonly bankCommission?: number
  /** When the bank pays; absent: not known, and of a refund. */
  readonly blockageResolvedAt?: Date
}

/** The first moment that counts, and the first that does not any more. */
export interface SettlementPeriod {
  readonly from: Date
  readonly until: Date
}

/** Of one account, or of what of it is of one shop. */
export interface SettlementEntries {
  figures(period: SettlementPeriod): Promise<SettlementFigures>
  /** Oldest first. */
  list(query: SettlementPeriod & { readonly limit: number }): Promise<readonly SettlementEntry[]>
  /** What was sold or captured by these lead payments, in any order. At most 500. */
  ofPayments(paymentIds: readonly number[]): Promise<readonly SettlementEntry[]>
}

/** `table`: of one scope, with an index of its columns and `moment`. */
export function settlementEntries(table: () => SalesTable | Promise<SalesTable>): SettlementEntries {
  return {
    figures: async (period) => readSettlement(await table(), period),
    list: async ({ from, until, limit }) =>
      select(await table(), (param) => [
        `moment >= ${param(from.getTime())} AND moment < ${param(until.getTime())} AND kind IN ('sale', 'capture', 'refund')`,
        `ORDER BY moment LIMIT ${limit}`,
      ]),
    async ofPayments(paymentIds) {
      if (paymentIds.length === 0) return []
      const entries = paymentIds.flatMap((id) => [`taken-${id}`, `capture-${id}`])
      return select(await table(), (param) => [
        `entry IN (${entries.map(param).join(', ')}) AND kind IN ('sale', 'capture')`,
        '',
      ])
    },
  }
}

const DAY_MS = 86_400_000
/** Turkey keeps +03:00 all year (`istanbul-time.ts`): its days begin by a sum that every database can do. */
const ISTANBUL_MS = 10_800_000
const DAY_OF_PAYOUT = `blockageresolved - (blockageresolved + ${ISTANBUL_MS}) % ${DAY_MS}`

async function readSettlement(
  table: SalesTable,
  { from, until }: SettlementPeriod,
): Promise<SettlementFigures> {
  const query = entryQuery(
    table,
    [from, until],
    (
      text,
    ) => `SELECT what, currency, payday, COUNT(*) AS n, SUM(charged) AS charged, SUM(bankcommission) AS commission
     FROM (SELECT currency, COALESCE(charged, paid) AS charged, bankcommission,
         CASE WHEN kind = 'refund' THEN 'refund' WHEN kind NOT IN ('sale', 'capture') THEN 'other'
           WHEN bankcommission IS NULL THEN 'unknown' ELSE 'payout' END AS what,
         CASE WHEN kind IN ('sale', 'capture') AND bankcommission IS NOT NULL THEN ${DAY_OF_PAYOUT} END AS payday
       FROM ${text.newest()}) counted
     GROUP BY what, currency, payday`,
  )
  const rows = await table.ask(...query)
  const of = (what: string) => rows.filter((row) => row.what === what)
  const counted = rows.reduce((sum, { n }) => sum + Number(n), 0)
  const payouts = of('payout').map((row) => ({
    ...moneyOf(row),
    day: dateOf(row.payday),
    bankCommission: Number(row.commission),
  }))
  return {
    payouts: payouts.sort((a, b) => (a.day?.getTime() ?? Infinity) - (b.day?.getTime() ?? Infinity)),
    unknown: of('unknown').map(moneyOf),
    refunds: of('refund').map(moneyOf),
    isCut: counted >= MOST_ENTRIES,
  }
}

const moneyOf = (row: Row): CardMoney => ({
  currency: currencyOf(row),
  count: Number(row.n),
  charged: Number(row.charged),
})

const dateOf = (value: unknown): Date | undefined => (value == null ? undefined : new Date(Number(value)))

type Write = (param: (value: string | number) => string) => readonly [where: string, end: string]

async function select(
  { name, scopes: [scope = {}], placeholder, ask }: SalesTable,
  write: Write,
): Promise<readonly SettlementEntry[]> {
  const parameters: (string | number)[] = []
  const param = (value: string | number): string => placeholder(parameters.push(value))
  const owner = Object.entries(scope).map(([column, value]) => `${column} = ${param(value)}`)
  const [where, end] = write(param)
  const sql = `SELECT entry, kind, reference, currency, COALESCE(charged, paid) AS charged, bankcommission, blockageresolved, moment
    FROM ${name} WHERE ${owner.join(' AND ')} AND ${where} ${end}`
  return (await ask(sql, parameters)).map(entryOf)
}

const KINDS = ['sale', 'capture', 'refund'] as const
const PAYMENT = /^(?:taken|capture)-(\d+)$/

function entryOf(row: Row): SettlementEntry {
  const [, paymentId] = PAYMENT.exec(String(row.entry)) ?? []
  return {
    kind: KINDS.find((kind) => kind === row.kind) ?? 'sale',
    reference: String(row.reference),
    paymentId: paymentId === undefined ? undefined : Number(paymentId),
    at: new Date(Number(row.moment)),
    currency: currencyOf(row),
    charged: Number(row.charged),
    bankCommission: row.bankcommission == null ? undefined : Number(row.bankcommission),
    blockageResolvedAt: dateOf(row.blockageresolved),
  }
}
