import { z } from 'zod'

// What the wire brings. Everything that a payment can do without may be null, absent or odd; ids and amounts may not.

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value || undefined)
  .catch(undefined)
const whole = z
  .int()
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined)
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)
  .catch(false)
const amount = z.union([z.number(), z.string()])
const optionalAmount = amount.nullish().transform((value) => value ?? undefined)

const transactionShape = z.object({
  id: z.int(),
  externalId: text,
  price: amount,
  paidPrice: optionalAmount,
  transactionStatus: text,
})

export const errorShape = z.object({ errorCode: text, errorDescription: text, errorGroup: text })

/** developer.craftgate.io/api/payment/create-payment, "Dönüş Parametreleri". */
export const paymentShape = z.object({
  id: z.int().positive(),
  createdDate: text,
  price: amount,
  paidPrice: optionalAmount,
  currency: z.string(),
  installment: whole,
  conversationId: text,
  externalId: text,
  paymentStatus: text,
  paymentPhase: text,
  isThreeDS: flag,
  paidWithStoredCard: flag,
  binNumber: text,
  lastFourDigits: text,
  cardBrand: text,
  cardAssociation: text,
  cardType: text,
  cardIssuerBankName: text,
  authCode: text,
  cardUserKey: text,
  fraudId: whole,
  fraudAction: text,
  pos: z.object({ alias: text, name: text }).nullish().catch(undefined),
  paymentError: errorShape.nullish().catch(undefined),
  paymentTransactions: z
    .array(transactionShape)
    .nullish()
    .transform((all) => all ?? []),
})

export type PaymentOnTheWire = z.output<typeof paymentShape>
