import { z } from 'zod'
import { PAYMENT_METHODS } from '../../data/payment-methods'
import { amount, paymentFacts } from './fields'

const customInstallment = z.object({ number: z.number().int().min(1).max(12), totalPrice: amount })
const flag = z.boolean().default(false)

/** developer.craftgate.io/api/payment/common-payment-page */
export const initCheckout = paymentFacts.extend({
  orderId: z.string().optional(),
  callbackUrl: z.url({ protocol: /^https?$/ }),
  merchantWebhookUrl: z.url({ protocol: /^https?$/ }).optional(),
  cardUserKey: z.string().optional(),
  enabledInstallments: z.array(z.number().int().min(1).max(12)).optional(),
  customInstallments: z.array(customInstallment).optional(),
  cardBrandInstallments: z.record(z.string(), z.array(customInstallment)).optional(),
  enabledPaymentMethods: z.array(z.enum(PAYMENT_METHODS)).optional(),
  allowOnlyCreditCard: flag,
  allowOnlyStoredCards: flag,
  allowInstallmentOnlyCommercialCards: flag,
  alwaysStoreCardAfterPayment: flag,
  forceThreeDS: flag,
  forceAuthForNonCreditCards: flag,
  depositPayment: flag,
  depositPayments: flag,
  /** Minutes. */
  ttl: z.number().int().positive().optional(),
})

export type InitCheckout = z.output<typeof initCheckout>
