import { toDecimal } from '@craftgate-commerce/core'
import type { SettlementEntry } from '@craftgate-commerce/core/adapter'
import { readDay, zonedIso, zoneOf } from '../days/days'
import type { UserRequest } from '../http/panel-request'
import { csvFile } from '../ui/csv'
import { missingPage } from '../ui/notice-page'
import { bankCells, bankHeads } from './bank-cells'
import { periodOf } from './day-money'
import { settlementWords } from './words'

const HOUR_MS = 3_600_000
/** Of one hour. */
const MOST = 10_000

/** GET /settlement/day.csv: what `dayMoney` sums, payment by payment, read an hour at a time. */
export async function dayCsv(request: UserRequest): Promise<Response> {
  const { c, host, user, lang } = request
  const merchant = user.merchants.find((name) => name === c.req.query('account'))
  const day = readDay(c.req.query('day'))
  const entries = merchant === undefined ? undefined : await host.settlement?.(user, { merchant })
  if (entries === undefined || day === undefined) return missingPage(request)
  const { from, until } = periodOf(day)
  let at = from
  return csvFile(`craftgate-settlement-${day}`, headsOf(request), async () => {
    if (at >= until) return undefined
    const hour = { from: at, until: new Date(Math.min(at.getTime() + HOUR_MS, until.getTime())) }
    at = hour.until
    const rows = await entries.list({ ...hour, limit: MOST })
    return rows.map((entry) => cellsOf(entry, lang, zoneOf(host)))
  })
}

function headsOf({ lang, words: { columns } }: UserRequest): readonly string[] {
  const words = settlementWords[lang]
  return [
    ...[columns.time, words.kind, columns.craftgate, columns.reference, columns.currency],
    ...bankHeads(lang),
  ]
}

/** What went back to a card is below zero. */
const cellsOf = (entry: SettlementEntry, lang: UserRequest['lang'], timeZone: string): readonly string[] => [
  zonedIso(entry.at, timeZone),
  settlementWords[lang].entryKinds[entry.kind],
  entry.paymentId === undefined ? '' : String(entry.paymentId),
  entry.reference,
  entry.currency,
  ...(entry.kind === 'refund'
    ? [toDecimal({ minor: -entry.charged, currency: entry.currency }), '', '', '']
    : bankCells(entry, timeZone)),
]
