import { z } from 'zod'
import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { openSeal } from './device-token'

/** developer.apple.com/documentation/passkit/payment-token-format-reference */
const paymentData = z.object({
  version: z.string().min(1),
  data: z.string().min(1),
  signature: z.string().min(1),
  header: z.object({
    transactionId: z.string().min(1),
    ephemeralPublicKey: z.string(),
    publicKeyHash: z.string(),
  }),
})

/** The official clients call it `data: any` and the portal has no page on it: Apple's whole token, or its paymentData. */
const appleData = z.union([paymentData, z.object({ paymentData }).transform((token) => token.paymentData)])

/** Throws a payment error for what Apple never made, and for what a real device made. */
export function appleCardOf(data: unknown): ReturnType<typeof openSeal> {
  const token = appleData.safeParse(data)
  if (!token.success) throw ApiError.payment(paymentError('INVALID_TRANSACTION'))
  return openSeal(token.data.data)
}
