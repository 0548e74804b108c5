import { z } from 'zod'
import { merchantOf, type SandboxContext } from '../../engine/context'
import { findMember } from '../../engine/members/find-member'
import { requirePayment } from '../../engine/payments/find-payment'
import type { Payment } from '../../engine/payments/payment'
import { paymentProvider, paymentType } from '../../engine/payments/payment-type'
import { isRefundOf, leftOf, refundedOf, refundState } from '../../engine/refunds/refunded'
import { toNumber } from '../../money/minor'
import { type Api, data, type Lang, langOf } from '../api-context'
import { queryBoolean, queryNumber } from '../fields'
import { memberView } from '../members/member-view'
import { basePaymentView } from '../payments/payment-view'
import { reportedTransactionView } from '../payments/transaction-view'
import { decimal, is, isWithin, isWithinAmount, listOf, moment, pageOf, paging } from '../query'
import { readId, readQuery } from '../read'
import { reportedRefundView, reportedTransactionRefundView } from '../refunds/refund-view'

/** developer.craftgate.io/api/payment-reports: payments and their transactions. */
export function reportRoutes(api: Api, ctx: SandboxContext): void {
  const own = (merchant: string) => ctx.state.payments.filter((payment) => payment.merchant === merchant)

  api.get('/payment-reporting/v1/payments', (c) => {
    const search = readQuery(c, paymentSearch)
    const found = own(c.get('merchant').apiKey).filter((payment) => matches(payment, search))
    return data(
      c,
      pageOf(found, search, (payment) => reportedPaymentView(ctx, payment, langOf(c))),
    )
  })

  api.get('/payment-reporting/v1/payments/:id{\\d+}', (c) =>
    data(c, reportedPaymentView(ctx, requirePayment(ctx, c.get('merchant').apiKey, readId(c)), langOf(c))),
  )

  api.get('/payment-reporting/v1/payments/:id{\\d+}/transactions', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readId(c))
    const rows = payment.transactions.map((transaction) => reportedTransactionView(ctx, payment, transaction))
    return data(c, listOf(rows))
  })

  api.get('/payment-reporting/v1/payments/:id{\\d+}/refunds', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readId(c))
    const refunds = ctx.state.refunds.filter(isRefundOf(payment))
    return data(c, listOf(refunds.map((refund) => reportedRefundView(ctx, refund, langOf(c)))))
  })

  api.get('/payment-reporting/v1/payments/:id{\\d+}/transactions/:transactionId{\\d+}/refunds', (c) => {
    const payment = requirePayment(ctx, c.get('merchant').apiKey, readId(c))
    const of = readId(c, 'transactionId')
    const refunds = ctx.state.transactionRefunds.filter(
      (refund) => isRefundOf(payment)(refund) && refund.transactionId === of,
    )
    return data(c, listOf(refunds.map((refund) => reportedTransactionRefundView(ctx, refund, langOf(c)))))
  })
}

/** Every filter of developer.craftgate.io/api/payment-reports/search-payments and of the SDK. */
const paymentSearch = z.object({
  ...paging,
  paymentId: queryNumber.optional(),
  paymentTransactionId: queryNumber.optional(),
  subMerchantMemberId: queryNumber.optional(),
  buyerMemberId: queryNumber.optional(),
  conversationId: z.string().optional(),
  externalId: z.string().optional(),
  orderId: z.string().optional(),
  merchantPosId: queryNumber.optional(),
  paymentType: z.string().optional(),
  paymentProvider: z.string().optional(),
  paymentSource: z.string().optional(),
  paymentStatus: z.string().optional(),
  paymentChannel: z.string().optional(),
  binNumber: z.string().optional(),
  lastFourDigits: z.string().optional(),
  currency: z.string().optional(),
  minPaidPrice: decimal.optional(),
  maxPaidPrice: decimal.optional(),
  installment: queryNumber.optional(),
  isThreeDS: queryBoolean.optional(),
  minCreatedDate: moment.optional(),
  maxCreatedDate: moment.optional(),
})

type PaymentSearch = z.output<typeof paymentSearch>

function matches(payment: Payment, search: PaymentSearch): boolean {
  return (
    matchesIds(payment, search) &&
    matchesFacts(payment, search) &&
    isWithin(payment.createdAt, search.minCreatedDate, search.maxCreatedDate) &&
    isWithinAmount(payment.paidPrice, payment.currency, search.minPaidPrice, search.maxPaidPrice)
  )
}

function matchesIds(payment: Payment, search: PaymentSearch): boolean {
  const has = (input: number | undefined, field: 'id' | 'subMerchantMemberId') =>
    input === undefined || payment.transactions.some((transaction) => transaction[field] === input)
  return (
    is(search.paymentId, payment.id) &&
    has(search.paymentTransactionId, 'id') &&
    has(search.subMerchantMemberId, 'subMerchantMemberId') &&
    is(search.buyerMemberId, payment.buyerMemberId) &&
    is(search.conversationId, payment.conversationId) &&
    is(search.externalId, payment.externalId) &&
    is(search.orderId, payment.orderId) &&
    is(search.merchantPosId, payment.pos?.id)
  )
}

function matchesFacts(payment: Payment, search: PaymentSearch): boolean {
  return (
    is<string>(search.paymentType, paymentType(payment)) &&
    is<string>(search.paymentProvider, paymentProvider(payment)) &&
    is<string>(search.paymentSource, payment.source) &&
    is<string>(search.paymentStatus, payment.status) &&
    is(search.paymentChannel, payment.paymentChannel) &&
    (payment.card?.bin ?? '').startsWith(search.binNumber ?? '') &&
    is(search.lastFourDigits, payment.card?.lastFour) &&
    is(search.currency, payment.currency) &&
    is(search.installment, payment.installment) &&
    is(search.isThreeDS, payment.threeDS)
  )
}

/** A payment as the reports show it (developer.craftgate.io/api/payment-reports/retrieve-payment). */
export function reportedPaymentView(ctx: SandboxContext, payment: Payment, lang: Lang) {
  const refunds = ctx.state.refunds.filter(isRefundOf(payment))
  const buyer = findMember(ctx, merchantOf(ctx, payment.merchant), payment.buyerMemberId)
  return {
    ...basePaymentView(payment, lang),
    buyerMember: buyer && memberView(buyer),
    retryCount: payment.retryCount ?? 0,
    refundablePrice: toNumber(leftOf(ctx, payment), payment.currency),
    refundStatus: refundState(payment, refundedOf(ctx, payment), payment.paidPrice),
    refunds: refunds.map((refund) => reportedRefundView(ctx, refund, lang)),
  }
}
