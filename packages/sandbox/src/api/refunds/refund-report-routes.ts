import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import type { Refund, TransactionRefund } from '../../engine/refunds/refund'
import { type Api, data, langOf } from '../api-context'
import { queryBoolean, queryNumber } from '../fields'
import { decimal, is, isWithin, isWithinAmount, moment, pageOf, paging } from '../query'
import { readQuery } from '../read'
import { reportedRefundView, reportedTransactionRefundView } from './refund-view'

/** developer.craftgate.io/api/payment-reports: searches of refunds. */
export function refundReportRoutes(api: Api, ctx: SandboxContext): void {
  const buyerOf = ({ paymentId, merchant: owner }: Refund | TransactionRefund) =>
    ctx.state.payments.find(({ id, merchant }) => id === paymentId && merchant === owner)?.buyerMemberId

  api.get('/payment-reporting/v1/refunds', (c) => {
    const search = readQuery(c, refundSearch)
    const own = ctx.state.refunds.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
    const found = own.filter((refund) => is(search.buyerMemberId, buyerOf(refund)) && matches(refund, search))
    return data(
      c,
      pageOf(found, search, (refund) => reportedRefundView(ctx, refund, langOf(c))),
    )
  })

  api.get('/payment-reporting/v1/refund-transactions', (c) => {
    const search = readQuery(c, transactionRefundSearch)
    const own = ctx.state.transactionRefunds.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
    const found = own.filter(
      (refund) =>
        is(search.paymentTransactionId, refund.transactionId) &&
        is(search.isAfterSettlement, refund.isAfterSettlement ?? false) &&
        is(search.buyerMemberId, buyerOf(refund)) &&
        matches(refund, search),
    )
    return data(
      c,
      pageOf(found, search, (refund) => reportedTransactionRefundView(ctx, refund, langOf(c))),
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
