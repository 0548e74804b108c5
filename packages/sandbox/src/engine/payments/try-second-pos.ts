import { ApiError } from '../../errors/api-error'
import type { PaymentError } from '../../errors/payment-errors'
import type { Pos } from '../../seed/seed'
import type { PresentedCard } from '../cards/present-card'
import type { FailingStep } from '../cards/test-card'
import type { SandboxContext } from '../context'
import { commissionOf } from '../pos/commissions'
import { posFacts } from '../pos/pos-facts'
import { routePos } from '../pos/route-pos'
import type { Charge } from './charge'
import type { Payment } from './payment'
import { refusalOf } from './refusal'

/** "Invalid transaction, do not honour etc." (create-payment, retry); the rest of the list is ours: a bank out of order. */
const TRIED_AGAIN = [
  ...['INVALID_TRANSACTION', 'DO_NOT_HONOUR', 'COMMUNICATION_OR_SYSTEM_ERROR'],
  ...['ISSUER_OR_SWITCH_INOPERATIVE', 'NO_RESPONSE', 'REQUEST_TIMEOUT'],
]

/**
 * Why the bank refuses, if it does, when the payment may be tried once more on a second POS. A payment whose POS the
 * merchant named is not, nor one whose shopper has verified himself at the first: our reading.
 */
export function refusalAfterRetry(
  ctx: SandboxContext,
  { charge, card, payment }: { charge: Charge; card: PresentedCard; payment: Payment },
  step: FailingStep,
): PaymentError | undefined {
  const refusal = refusalOf(ctx, card, payment, step)
  if (!refusal || charge.retry === false || !TRIED_AGAIN.includes(refusal.group)) return refusal
  const second = secondPos(charge, card, payment.pos?.alias)
  if (!second) return refusal
  payment.pos = posFacts(second)
  const { bankRate, blockageDay } = commissionOf(second, charge.installment, card.bin)
  Object.assign(payment, { bankRate, blockageDay })
  payment.marginPercent = second.marginPercent
  payment.retryCount = 1
  return refusalOf(ctx, card, payment, step)
}

/** The POS that would have been chosen without the first; it may belong to no card family that pays in instalments. */
function secondPos(
  { merchant, posAlias, routing, currency, installment, threeDS }: Charge,
  { bin }: PresentedCard,
  first: string | undefined,
): Pos | undefined {
  if (posAlias !== undefined) return undefined
  const others = merchant.poses.filter(({ alias }) => alias !== first)
  const aliases = routing?.posAliases?.filter((alias) => alias !== first)
  if (others.length === 0 || (routing?.posAliases?.length && aliases?.length === 0)) return undefined
  try {
    const left = { ...merchant, poses: others }
    const asked = { bin, currency, installment, threeDS }
    return routePos(left, { ...asked, routing: { ...routing, posAliases: aliases } })
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}
