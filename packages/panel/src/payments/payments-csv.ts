import { type CheckoutRecord, type PaymentRef, toDecimal } from '@craftgate-commerce/core'
import type { SettlementEntry } from '@craftgate-commerce/core/adapter'
import { zonedIso, zoneOf } from '../days/days'
import type { UserRequest } from '../http/panel-request'
import type { PanelPayment, PaymentPage, PaymentQuery } from '../panel-host'
import { bankCells, bankHeads } from '../settlement/bank-cells'
import { csvFile } from '../ui/csv'
import { queryOf, readLooked } from './payment-query'
import { standingText } from './payment-table'

const AT_ONCE = 100

/** GET /payments.csv: what the list shows with the same search and filter, without its pages and parts: to the oldest. */
export async function paymentsCsv(request: UserRequest): Promise<Response> {
  const { c, host, user } = request
  const payments = host.payments(user)
  const looked = readLooked((name) => c.req.query(name))
  const query = queryOf(looked, { timeZone: host.timeZone, accounts: await payments.accounts?.() })
  let part: Pick<PaymentQuery, 'before' | 'offset'> | undefined = { offset: 0 }
  return csvFile('craftgate-payments', headsOf(request), async () => {
    if (part === undefined) return undefined
    const { before, offset } = part
    const found: PaymentPage = await payments.page({ ...query, before, limit: AT_ONCE, offset })
    const { payments: rows, count, end } = found
    const isLeft = rows.length > 0 && offset + rows.length < count
    part = isLeft ? { before, offset: offset + rows.length } : end && { before: end, offset: 0 }
    const banks = await bankOf(request, rows)
    return rows.map((row) => cellsOf(request, row).concat(bankCells(banks(row), zoneOf(host))))
  })
}

/** What is known of the bank of these attempts, by as few questions as they have accounts. */
async function bankOf(
  { host, user }: UserRequest,
  rows: readonly PanelPayment[],
): Promise<(row: PanelPayment) => SettlementEntry | undefined> {
  const paid = rows.flatMap(({ attempt }) => leadOf(attempt) ?? [])
  const found = new Map<string, SettlementEntry>()
  for (const account of new Set(paid.map((lead) => lead.account))) {
    const entries = await host.settlement?.(user, { account })
    const own = paid.filter((lead) => lead.account === account)
    const known = await entries?.ofPayments(own.map(({ paymentId }) => paymentId))
    for (const entry of known ?? []) found.set(`${account} ${entry.paymentId}`, entry)
  }
  return ({ attempt: { account, paymentIds } }) => found.get(`${account} ${paymentIds[0]}`)
}

const leadOf = ({ account, paymentIds: [paymentId] }: CheckoutRecord): PaymentRef | undefined =>
  paymentId === undefined ? undefined : { account, paymentId }

const headsOf = ({ words: { columns }, lang }: UserRequest): readonly string[] => [
  columns.time,
  columns.order,
  columns.amount,
  columns.currency,
  columns.state,
  columns.craftgate,
  columns.reference,
  ...bankHeads(lang),
]

const cellsOf = (request: UserRequest, payment: PanelPayment): string[] => {
  const { reference, attempt, order } = payment
  return [
    zonedIso(attempt.createdAt, zoneOf(request.host)),
    order?.number ?? '',
    toDecimal(attempt.expected),
    attempt.expected.currency,
    standingText(request, payment),
    attempt.paymentIds.join(' '),
    reference,
  ]
}
