import { toDecimal } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'
import { missingPage } from '../ui/notice-page'
import { accountAsked, daysAsked, typeAsked } from './account-asked'

/** GET /sellers/statement.csv: all that a seller was paid for in these days, a transaction a line. */
export function statementCsv(request: UserRequest): Response | Promise<Response> {
  const { c, commerce } = request
  const merchant = accountAsked(request)
  const seller = Number(c.req.query('seller'))
  if (merchant === undefined || !Number.isSafeInteger(seller) || seller < 1) return missingPage(request)
  const query = { ...daysAsked(request), type: typeAsked(request), seller }
  const rows = commerce.marketplace.payouts.statement(merchant, query)[Symbol.asyncIterator]()
  const text = new TextEncoder()
  const line = (cells: readonly (string | number)[]) => text.encode(`${cells.join(',')}\r\n`)
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(line(HEADS)),
    async pull(stream) {
      const { value, done } = await rows.next()
      if (done) return stream.close()
      const { paidAt, payoutId, transactionId = '', transactionType = '', amount } = value
      stream.enqueue(
        line([
          paidAt?.toISOString() ?? '',
          payoutId,
          transactionId,
          transactionType.replace(/\W/g, ''),
          toDecimal(amount),
          amount.currency,
        ]),
      )
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="craftgate-seller-${seller}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const HEADS = ['paidAt', 'payout', 'transaction', 'type', 'amount', 'currency']
