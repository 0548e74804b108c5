import { z } from 'zod'
import { CURRENCIES } from '../money/minor'

// Fields that several requests share. Unknown fields are ignored, as Craftgate ignores them.

/** An id that travels on: never starts with + or -, holds no character that could be unsafe (our list). */
export const safeId = z
  .string()
  .max(255)
  .regex(/^(?![+-])[^<>"'`;\\]*$/)

export const currency = z.enum(CURRENCIES)

/** A decimal amount above zero, as JSON carries it. */
export const amount = z.number().positive()

export const httpUrl = z.url({ protocol: /^https?$/ })

export const item = z.object({
  name: z.string().optional(),
  price: amount,
  externalId: safeId.optional(),
  subMerchantMemberId: z.number().int().optional(),
  subMerchantMemberPrice: z.number().nonnegative().optional(),
  blockageDay: z.number().int().nonnegative().optional(),
})

export const routingOptions = z
  .object({
    orderingRule: z.enum(['ON_US', 'LOW_COMMISSION_RATE', 'IN_ORDER']).optional(),
    posAliases: z.array(z.string()).optional(),
  })
  .optional()

/** What only the merchant's fraud rules read. */
const fraudParams = z
  .object({
    buyerExternalId: z.string().optional(),
    buyerPhoneNumber: z.string().optional(),
    buyerEmail: z.string().optional(),
    customFraudVariable: z.string().optional(),
  })
  .optional()

/** What every payment request says of itself. */
export const paymentFacts = z.object({
  conversationId: safeId.optional(),
  externalId: safeId.optional(),
  buyerMemberId: z.number().int().optional(),
  paymentGroup: z.enum(['PRODUCT', 'LISTING_OR_SUBSCRIPTION']).optional(),
  paymentChannel: z.string().optional(),
  paymentPhase: z.enum(['AUTH', 'PRE_AUTH']).default('AUTH'),
  clientIp: z.string().optional(),
  fraudParams,
  price: amount,
  paidPrice: amount,
  currency,
  items: z.array(item).min(1),
  routingOptions,
})

/** A number in a query. */
export const queryNumber = z.coerce.number()
/** A list in a query, as `readQuery` joins it. */
export const queryList = z.string().transform((text) => text.split(','))
export const queryNumbers = queryList.transform((list) => list.map(Number))
/** PHP writes booleans as 0 and 1. */
export const queryBoolean = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1')
