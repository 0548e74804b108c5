import { milliseconds } from '@craftgate-commerce/emulator-kit'
import type { SandboxContext } from '../context'
import type { Loan } from '../loans/loan'
import type { MethodName } from '../methods/method'
import { METHODS } from '../methods/methods'
import { awaitShopper } from '../payments/awaiting'
import type { Charge } from '../payments/charge'
import { openPayment, openPaymentWithoutPos } from '../payments/open-payment'
import type { Payment } from '../payments/payment'
import { cardBehind } from './card-behind'

/** How long a provider's page waits for the shopper; ours, the portal names no time. */
const PATIENCE = milliseconds({ minutes: 15 })

const NEW_LOAN = (): Loan => ({ ownCall: false, action: 'NONE' })

/** Writes a payment down that is WAITING for the shopper. Throws a validation error when no POS may take it. */
export function openMethodPayment(ctx: SandboxContext, charge: Charge, method: MethodName): Payment {
  const { cardBrand, group } = METHODS[method]
  const loan = group === 'shopping-loan' ? (charge.loan ?? NEW_LOAN()) : undefined
  const asked = { ...charge, method, loan }
  const payment =
    cardBrand === undefined
      ? openPaymentWithoutPos(ctx, asked)
      : openPayment(ctx, asked, { bin: cardBehind(cardBrand, charge.currency).bin })
  awaitShopper(payment, ctx.clock.now() + PATIENCE)
  return payment
}
