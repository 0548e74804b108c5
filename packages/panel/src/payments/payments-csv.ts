import { toDecimal } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'
import type { PanelPayment } from '../panel-host'
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
  const read = (offset: number) => payments.page({ ...query, limit: AT_ONCE, offset })
  const text = new TextEncoder()
  let offset = 0
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(text.encode(`\uFEFF${line(headsOf(words))}`)),
    async pull(stream) {
      const { payments: rows } = await read(offset)
      offset += AT_ONCE
      if (rows.length > 0) stream.enqueue(text.encode(rows.map((row) => line(cellsOf(row, words))).join('')))
      if (rows.length < AT_ONCE || offset >= MOST) stream.close()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="craftgate-payments.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
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

const cellsOf = ({ reference, attempt, order }: PanelPayment, { states }: Words): readonly string[] => [
  attempt.createdAt.toISOString(),
  order?.number ?? '',
  toDecimal(attempt.expected),
  attempt.expected.currency,
  states[attempt.state],
  attempt.paymentIds.join(' '),
  reference,
]

/** A cell that begins like a formula is text to a spreadsheet, too. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`
