import { z } from 'zod'
import type { Refund, TransactionRefund } from '../../engine/refunds/refund'
import type { World } from '../../engine/world'
import { type Api, data, langOf } from '../api-context'
import { decimal, is, isWithin, isWithinAmount, moment } from '../between'
import { pageOf, paging } from '../page-of'
import { readQuery } from '../read'
import { queryBoolean, queryNumber } from '../requests/fields'
import { reportedRefundView, reportedTransactionRefundView } from '../views/refund-view'

/** developer.craftgate.io/api/payment-reports: searches of refunds. */
export function refundReportRoutes(api: Api, world: World): void {
  const buyerOf = ({ paymentId, merchant: owner }: Refund | TransactionRefund) =>
    world.state.payments.find(({ id, merchant }) => id === paymentId && merchant === owner)?.buyerMemberId

  api.get('/payment-reporting/v1/refunds', (c) => {
    const search = readQuery(c, refundSearch)
    const own = world.state.refunds.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
    const found = own.filter((refund) => is(search.buyerMemberId, buyerOf(refund)) && matches(refund, search))
    return data(
      c,
      pageOf(found, search, (refund) => reportedRefundView(refund, langOf(c))),
    )
  })

  api.get('/payment-reporting/v1/refund-transactions', (c) => {
    const search = readQuery(c, transactionRefundSearch)
    const own = world.state.transactionRefunds.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
    const found = own.filter(
      (refund) =>
        is(search.paymentTransactionId, refund.transactionId) &&
        is(search.isAfterSettlement, false) &&
        is(search.buyerMemberId, buyerOf(refund)) &&
        matches(refund, search),
    )
    return data(
      c,
      pageOf(found, search, (refund) => reportedTransactionRefundView(refund, langOf(c))),
    )
  })
}

/** The portal names the limits minPaidPrice and maxPaidPrice, the SDK minRefundPrice and maxRefundPrice. */
const refundSearch = z.object({
  ...paging,
  id: queryNumber.optional(),
  paymentId: queryNumber.optional(),
  buyerMemberId: queryNumber.optional(),
  conversationId: z.string().optional(),
  status: z.string().optional(),
  currency: z.string().optional(),
  minRefundPrice: decimal.optional(),
  maxRefundPrice: decimal.optional(),
  minPaidPrice: decimal.optional(),
  maxPaidPrice: decimal.optional(),
  minCreatedDate: moment.optional(),
  maxCreatedDate: moment.optional(),
})

const transactionRefundSearch = refundSearch.extend({
  paymentTransactionId: queryNumber.optional(),
  isAfterSettlement: queryBoolean.optional(),
})

function matches(refund: Refund | TransactionRefund, search: z.output<typeof refundSearch>): boolean {
  const min = search.minRefundPrice ?? search.minPaidPrice
  const max = search.maxRefundPrice ?? search.maxPaidPrice
  return (
    is(search.id, refund.id) &&
    is(search.paymentId, refund.paymentId) &&
    is(search.conversationId, refund.conversationId) &&
    is<string>(search.status, refund.status) &&
    is(search.currency, refund.currency) &&
    isWithin(refund.createdAt, search.minCreatedDate, search.maxCreatedDate) &&
    isWithinAmount(refund.amount, refund.currency, min, max)
  )
}
