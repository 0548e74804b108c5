import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { requirePayment, requireTransaction } from '../../engine/payments/find-payment'
import { markPaymentRefunded, markTransactionRefunded } from '../../engine/refunds/mark-refunded'
import { refundWaiting } from '../../engine/refunds/refund-waiting'
import { refundableOf } from '../../engine/refunds/refunded'
import { requireMinor } from '../../money/minor'
import { type Api, data } from '../api-context'
import { safeId } from '../fields'
import { listOf } from '../query'
import { readBody } from '../read'
import { transactionRefundView } from './refund-view'

/** Refunds that no bank is asked for: the clients' calls, which no page of the portal describes. */
export function markedRefundRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/refunds/mark-as-refunded', (c) => {
    const { paymentId, ...input } = readBody(c, whole)
    const payment = requirePayment(ctx, c.get('merchant').apiKey, paymentId)
    return data(c, listOf(markPaymentRefunded(ctx, payment, input).map(transactionRefundView)))
  })

  api.post('/payment/v1/refund-transactions/mark-as-refunded', (c) => {
    const { paymentTransactionId, conversationId, refundPrice } = readBody(c, part)
    const found = requireTransaction(ctx, c.get('merchant').apiKey, paymentTransactionId)
    const { payment, transaction } = found
    const amount =
      refundPrice === undefined
        ? refundableOf(ctx, payment, transaction)
        : requireMinor('refundPrice', refundPrice, payment.currency)
    return data(c, transactionRefundView(markTransactionRefunded(ctx, { ...found, amount, conversationId })))
  })

  api.post('/payment/v1/refunds/refund-waiting-payment', (c) => {
    const { paymentId } = readBody(c, waiting)
    const payment = requirePayment(ctx, c.get('merchant').apiKey, paymentId)
    return data(c, { status: refundWaiting(ctx, payment) })
  })
}

const waiting = z.object({ paymentId: z.number().int() })
/** What went back outside of Craftgate went into none of its wallets. */
const whole = waiting.extend({
  conversationId: safeId.optional(),
  refundDestinationType: z.enum(['PROVIDER', 'CARD']).optional(),
  chargeFromMe: z.boolean().optional(),
})
const part = z.object({
  paymentTransactionId: z.number().int(),
  conversationId: safeId.optional(),
  refundPrice: z.number().optional(),
})
