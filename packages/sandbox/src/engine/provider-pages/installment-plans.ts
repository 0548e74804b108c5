import { rateBetween, share } from '../../money/share'
import { binByDigits } from '../cards/test-card'
import { merchantOf, type SandboxContext } from '../context'
import { familyTable } from '../installments/options'
import type { Payment } from '../payments/payment'
import { commissionOf } from '../pos/commissions'
import type { InstallmentPlan } from './session'

export interface OfferedInstallments {
  /** The merchant's own prices. */
  readonly installments?: readonly InstallmentPlan[]
  readonly enabledInstallments?: readonly number[]
  /** What a request without either means: one payment only, or all that the POS sells. */
  readonly otherwise: 'one' | 'all'
}

/**
 * One payment is always there; others only where the POS sells them (api/payment/bkm_express says so, and we read it for
 * every app), at the merchant's price or the POS's.
 */
export function installmentPlans(
  ctx: SandboxContext,
  { merchant, pos, paidPrice }: Payment,
  { installments, enabledInstallments, otherwise }: OfferedInstallments,
): readonly InstallmentPlan[] {
  const own = merchantOf(ctx, merchant).poses.find(({ alias }) => alias === pos?.alias)
  const sold = own ? familyTable(own, paidPrice) : []
  const asked = enabledInstallments ?? installments?.map(({ number }) => number)
  const isOffered = (number: number) => asked?.includes(number) ?? otherwise === 'all'
  const plans = sold
    .filter(({ installment }) => installment > 1 && isOffered(installment))
    .map(
      ({ installment: number, total }) =>
        installments?.find((plan) => plan.number === number) ?? { number, total },
    )
  return [{ number: 1, total: paidPrice }, ...plans]
}

/** The shopper chose in how many parts his card is charged, and what that costs. */
export function chargeInParts(
  ctx: SandboxContext,
  payment: Payment,
  { number, total }: InstallmentPlan,
): void {
  const own = merchantOf(ctx, payment.merchant).poses.find(({ alias }) => alias === payment.pos?.alias)
  const prices = payment.transactions.map(({ price }) => price)
  payment.installment = number
  payment.paidPrice = total
  payment.merchantRate = rateBetween(total - payment.price, payment.price)
  if (own) {
    const { bankRate, blockageDay } = commissionOf(own, number, payment.card && binByDigits(payment.card.bin))
    Object.assign(payment, { bankRate, blockageDay })
  }
  for (const [index, part] of share(total, prices).entries()) {
    const transaction = payment.transactions[index]
    if (transaction) transaction.paidPrice = part
  }
}
