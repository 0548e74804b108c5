import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import type { MethodName } from '../../engine/methods/method'
import type { Charge } from '../../engine/payments/charge'
import type { InstallmentPlan } from '../../engine/provider-pages/session'
import { requireMinor } from '../../money/minor'
import type { ApiContext } from '../api-context'
import { requireCurrency } from '../apm/method-rules'
import { amount, paymentFacts } from '../fields'
import { apiSale } from '../payments/api-sale'

/** What the requests of GarantiPay, World Pay, BKM Express and Juzdan share. */
export const bankAppSale = paymentFacts.extend({
  posAlias: z.string().optional(),
  bankOrderId: z.string().optional(),
})

/** The merchant's own prices for instalments. */
export const ownInstallments = z
  .array(z.object({ number: z.number().int().min(1).max(12), totalPrice: amount }))
  .optional()

export const installmentNumbers = z.array(z.number().int().min(1).max(12)).optional()

/** Throws a validation error for wrong amounts, sellers or currency. */
export function bankAppCharge(
  ctx: SandboxContext,
  c: ApiContext,
  request: z.output<typeof bankAppSale>,
  method: MethodName,
): Charge {
  requireCurrency(method, request.currency)
  const { bankOrderId: orderId, posAlias, paymentPhase: phase, routingOptions: routing } = request
  return {
    ...apiSale(ctx, c.get('merchant'), request),
    ...{ installment: 1, threeDS: false, phase, orderId, posAlias, routing },
  }
}

/** Throws the validation error that names the amount. */
export const readOwnInstallments = (
  installments: z.output<typeof ownInstallments>,
  currency: string,
): readonly InstallmentPlan[] | undefined =>
  installments?.map(({ number, totalPrice }, index) => ({
    number,
    total: requireMinor(`installments.${index}.totalPrice`, totalPrice, currency),
  }))
