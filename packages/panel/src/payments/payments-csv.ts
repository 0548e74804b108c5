import { toDecimal } from '@craftgate-commerce/core'
import { zonedIso, zoneOf } from '../days/days'
import type { UserRequest } from '../http/panel-request'
import type { PanelPayment } from '../panel-host'
import { csvFile } from '../ui/csv'
import type { Words } from '../words'
import { queryOf, readLooked } from './payment-query'

/** As many as a list is counted to. */
const MOST = 10_000
const AT_ONCE = 500

/** GET /payments.csv: what the list shows with the same search and filter, without its pages. */
export function paymentsCsv({ c, host, user, words }: UserRequest): Response {
  const payments = host.payments(user)
  const looked = readLooked((name) => c.req.query(name))
  const query = queryOf(looked, { timeZone: host.timeZone, accounts: payments.accounts })
  let offset = 0
  return csvFile('craftgate-payments', headsOf(words), async () => {
    if (offset >= MOST) return undefined
    const { payments: rows } = await payments.page({ ...query, limit: AT_ONCE, offset })
    offset = rows.length < AT_ONCE ? MOST : offset + AT_ONCE
    return rows.map((row) => cellsOf(row, words, zoneOf(host)))
  })
}

const headsOf = ({ columns }: Words): readonly string[] => [
  columns.time,
  columns.order,
  columns.amount,
  columns.currency,
  columns.state,
  columns.craftgate,
  columns.reference,
]

const cellsOf = (
  { reference, attempt, order }: PanelPayment,
  { states }: Words,
  timeZone: string,
): readonly string[] => [
  zonedIso(attempt.createdAt, timeZone),
  order?.number ?? '',
  toDecimal(attempt.expected),
  attempt.expected.currency,
  states[attempt.state],
  attempt.paymentIds.join(' '),
  reference,
]
