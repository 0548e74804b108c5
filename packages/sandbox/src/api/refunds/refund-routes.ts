import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { requirePayment, requireTransaction } from '../../engine/payments/find-payment'
import type { Payment } from '../../engine/payments/payment'
import { refundPayment, takeNextStatus } from '../../engine/refunds/refund-payment'
import {
  checkRefundable,
  refundTransaction,
  requireRefundableInParts,
} from '../../engine/refunds/refund-transaction'
import { refundableOf } from '../../engine/refunds/refunded'
import { findWallet, refuseInMarketplace } from '../../engine/wallets/find-wallet'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { type Api, type ApiContext, data } from '../api-context'
import { safeId } from '../fields'
import { readBody, readId } from '../read'
import { cancelView, transactionRefundView, wholeRefundView } from './refund-view'

/** developer.craftgate.io/api/refund */
export function refundRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/refunds', (c) => {
    const {
      paymentId,
      conversationId,
      refundDestinationType: destination,
      chargeFromMe,
    } = readBody(c, wholeRefund)
    const payment = requirePayment(ctx, c.get('merchant').apiKey, paymentId)
    requireWallet(ctx, c, payment, destination)
    const refund = refundPayment(ctx, payment, { conversationId, destination, chargeFromMe })
    return data(c, wholeRefundView(payment, refund, destination))
  })

  api.get('/payment/v1/refunds/:id{\\d+}', (c) => {
    const found = ctx.state.refunds.find(isOwn(c))
    if (!found) throw NOT_FOUND
    return data(c, cancelView(found))
  })

  api.post('/payment/v1/refund-transactions', (c) => {
    const request = readBody(c, partialRefund)
    const found = requireTransaction(ctx, c.get('merchant').apiKey, request.paymentTransactionId)
    const { payment, transaction } = found
    requireRefundableInParts(payment)
    const { refundPrice, conversationId, refundDestinationType: destination, chargeFromMe } = request
    requireWallet(ctx, c, payment, destination)
    const amount =
      refundPrice === undefined
        ? refundableOf(ctx, payment, transaction)
        : requireMinor('refundPrice', refundPrice, payment.currency)
    const input = { conversationId, destination, chargeFromMe }
    checkRefundable(ctx, { ...found, amount, input })
    const refund = refundTransaction(ctx, { ...found, amount, status: takeNextStatus(ctx), input })
    return data(c, transactionRefundView(refund))
  })

  api.get('/payment/v1/refund-transactions/:id{\\d+}', (c) => {
    const found = ctx.state.transactionRefunds.find(isOwn(c))
    if (!found) throw NOT_FOUND
    return data(c, transactionRefundView(found))
  })
}

const destination = z.enum(['PROVIDER', 'CARD', 'WALLET']).default('PROVIDER')

/** developer.craftgate.io/api/refund/refund-payment */
const wholeRefund = z.object({
  paymentId: z.number().int(),
  conversationId: safeId.optional(),
  refundDestinationType: destination,
  chargeFromMe: z.boolean().optional(),
})

/** developer.craftgate.io/api/refund/refund-transaction; without refundPrice all that is left. */
const partialRefund = z.object({
  paymentTransactionId: z.number().int(),
  conversationId: safeId.optional(),
  refundPrice: z.number().optional(),
  refundDestinationType: destination,
  chargeFromMe: z.boolean().optional(),
})

/** Throws a validation error unless a refund to the wallet has one to go to. */
function requireWallet(
  ctx: SandboxContext,
  c: ApiContext,
  { buyerMemberId: memberId, currency }: Payment,
  destination: string,
): void {
  if (destination !== 'WALLET') return
  refuseInMarketplace(c.get('merchant'))
  if (!findWallet(ctx, c.get('merchant'), { memberId, currency })) throw NO_WALLET
}

const NO_WALLET = ApiError.invalid('4054', {
  tr: 'Alıcının iade yapılabilecek bir cüzdanı yok',
  en: 'The buyer has no wallet that could be refunded to',
})

/** The refund that the path names, of the merchant that asks. */
const isOwn = (c: ApiContext) => (refund: { readonly id: number; readonly merchant: string }) =>
  refund.id === readId(c) && refund.merchant === c.get('merchant').apiKey

const NOT_FOUND = ApiError.invalid('4053', { tr: 'İade bulunamadı', en: 'The refund was not found' })
