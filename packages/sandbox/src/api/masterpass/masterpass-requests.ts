import { z } from 'zod'
import { httpUrl, paymentFacts } from '../fields'
import { loyaltyRequest } from '../loyalty/loyalty-fields'

/** 90 and ten digits, as the hosted page wants it (api/payment/common-payment-page). */
const gsmNumber = z.string().regex(/^90\d{10}$/)

/** The portal calls it a number, the clients send text. */
const binNumber = z.coerce.string().regex(/^(\d{6}|\d{8})$/)

export const checkUser = z.object({ masterpassGsmNumber: gsmNumber })

/** developer.craftgate.io/api/payment/payment-with-masterpass */
export const generateToken = z.object({
  msisdn: gsmNumber,
  userId: z.string().min(1),
  binNumber,
  forceThreeDS: z.boolean().default(false),
  createPayment: paymentFacts.extend({
    installment: z.number().int().min(1).max(12),
    bankOrderId: z.string().optional(),
    posAlias: z.string().optional(),
  }),
  loyalty: loyaltyRequest.optional(),
  masterpassIntegrationVersion: z.number().int().min(1).max(2).default(1),
  validationType: z.enum(['NONE', 'OTP', 'THREE_DS']).optional(),
})

export type GenerateToken = z.output<typeof generateToken>

export const complete = z.object({ referenceId: z.string().min(1), token: z.string().min(1) })

export const initThreeDS = z.object({ referenceId: z.string().min(1), callbackUrl: httpUrl })

export const retrieveLoyalties = z.object({ msisdn: gsmNumber, binNumber, cardName: z.string().min(1) })
