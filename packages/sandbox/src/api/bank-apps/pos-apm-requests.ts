import { z } from 'zod'
import { httpUrl } from '../fields'
import { bankAppSale, ownInstallments } from './bank-app-sale'

export const POS_APM_PROVIDERS = [
  'YKB_WORLD_PAY',
  'YKB_WORLD_PAY_SHOPPING_LOAN',
  'GOOGLEPAY',
  'GARANTI_PAY',
] as const

/** developer.craftgate.io/api/payment/pay-with-ykb-worldpay and payment-with-garantipay-v2 */
export const initPosApm = bankAppSale.extend({
  paymentProvider: z.enum(POS_APM_PROVIDERS),
  callbackUrl: httpUrl,
  installments: ownInstallments,
  additionalParams: z.record(z.string(), z.unknown()).default({}),
  checkoutFormToken: z.string().optional(),
})

export type InitPosApm = z.output<typeof initPosApm>

export const completePosApm = z.object({ paymentId: z.number().int() })
