import { z } from 'zod'
import { httpUrl, paymentFacts } from '../fields'
import { loyaltyRequest } from '../loyalty/loyalty-fields'

const loyalty = loyaltyRequest.optional()

/** A card with its number, as every request writes it. */
export const typedCard = z.object({
  cardHolderName: z.string().min(1),
  cardNumber: z.string().min(1),
  expireYear: z.string().min(1),
  expireMonth: z.string().min(1),
  cvc: z.string().optional(),
  cardAlias: z.string().optional(),
  cardUserKey: z.string().optional(),
})

/** A card by the keys that it was stored under. */
export const cardKeys = z.object({ cardUserKey: z.string().min(1), cardToken: z.string().min(1) })

const newCard = typedCard.extend({
  storeCardAfterSuccessPayment: z.boolean().optional(),
  loyalty,
})

const storedCard = cardKeys.extend({ loyalty })

/** TCKN has eleven digits, VKN ten. */
const insuredCard = z.object({
  cardHolderIdentityNumber: z.string().regex(/^\d{10,11}$/),
  binNumber: z.string().regex(/^(\d{6}|\d{8})$/),
  lastFourDigits: z.string().regex(/^\d{4}$/),
  loyalty,
})

/** A card of a device; known by the official clients only. */
const tokenizedCard = z.object({
  tokenizedCard: z.object({ type: z.enum(['APPLE_PAY']), data: z.unknown() }),
  loyalty,
})

/** Cards that Craftgate's own fields in a browser encrypted, which the emulator does not have. */
const UNPLAYED = ['encryptedCard', 'secureFieldsToken'] as const

/** Names what is not played, rather than what is missing beside it. */
export const playedCard = <S extends z.ZodType>(schema: S) =>
  z
    .unknown()
    .superRefine((value, context) => {
      const name = UNPLAYED.find((one) => typeof value === 'object' && value !== null && one in value)
      if (name) context.addIssue({ code: 'custom', path: [name], message: 'the emulator does not play it' })
    })
    .pipe(schema)

/** developer.craftgate.io/api/payment/create-payment, Kart Bilgileri */
export const card = playedCard(z.union([storedCard, insuredCard, tokenizedCard, newCard]))

/** developer.craftgate.io/api/payment/create-payment */
export const createPayment = paymentFacts.extend({
  walletPrice: z.number().nonnegative().default(0),
  installment: z.number().int().min(1).max(12),
  bankOrderId: z.string().optional(),
  posAlias: z.string().optional(),
  retry: z.boolean().optional(),
  card: card.optional(),
})

/** developer.craftgate.io/api/payment/create-3d-secure-payment */
export const initThreeDS = createPayment.extend({
  card,
  callbackUrl: httpUrl,
  additionalParams: z.looseObject({ threeDSCallbackVersion: z.coerce.number().optional() }).optional(),
})

export const completeThreeDS = z.object({ paymentId: z.number().int() })

/** developer.craftgate.io/api/payment/pre-auth-post-auth-payment */
export const postAuth = z.object({ paidPrice: z.number().optional() })

export type CreatePayment = z.output<typeof createPayment>
