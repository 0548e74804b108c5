import { toDecimal } from '@craftgate-commerce/core'
import { zonedIso, zoneOf } from '../days/days'
import type { UserRequest } from '../http/panel-request'
import { csvFile } from '../ui/csv'
import { missingPage } from '../ui/notice-page'
import { accountAsked, daysAsked, typeAsked } from './account-asked'
import { sellerWords } from './words'

/** GET /sellers/statement.csv: all that a seller was paid for in these days, a transaction a line. */
export function statementCsv(request: UserRequest): Response | Promise<Response> {
  const { c, commerce, host, lang } = request
  const words = sellerWords[lang]
  const kinds: Readonly<Record<string, string>> = words.kinds
  const merchant = accountAsked(request)
  const seller = Number(c.req.query('seller'))
  if (merchant === undefined || !Number.isSafeInteger(seller) || seller < 1) return missingPage(request)
  const query = { ...daysAsked(request), type: typeAsked(request), seller }
  const rows = commerce.marketplace.payouts.statement(merchant, query)[Symbol.asyncIterator]()
  const heads = [
    words.date,
    words.payout,
    words.transaction,
    words.kind,
    words.amount,
    request.words.columns.currency,
  ]
  return csvFile(`craftgate-seller-${seller}`, heads, async () => {
    const { value, done } = await rows.next()
    if (done) return undefined
    const { paidAt, payoutId, transactionId = '', transactionType = '', amount } = value
    const paid = paidAt === undefined ? '' : zonedIso(paidAt, zoneOf(host))
    const kind = kinds[transactionType] ?? transactionType
    return [[paid, payoutId, transactionId, kind, toDecimal(amount), amount.currency]]
  })
}
