import { z } from 'zod'
import { safeId } from './fields'

const destination = z.enum(['PROVIDER', 'CARD', 'WALLET']).default('PROVIDER')

/** developer.craftgate.io/api/refund/refund-payment */
export const refundPayment = z.object({
  paymentId: z.number().int(),
  conversationId: safeId.optional(),
  refundDestinationType: destination,
})

/** developer.craftgate.io/api/refund/refund-transaction; without refundPrice all that is left. */
export const refundTransaction = z.object({
  paymentTransactionId: z.number().int(),
  conversationId: safeId.optional(),
  refundPrice: z.number().optional(),
  refundDestinationType: destination,
})
