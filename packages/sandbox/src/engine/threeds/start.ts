import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import type { PresentedCard } from '../cards/present-card'
import { passesFraudRules } from '../fraud/fraud-gate'
import type { Charge } from '../payments/charge'
import { openPayment } from '../payments/open-payment'
import type { Failure, Payment } from '../payments/payment'
import { refusalOf } from '../payments/refusal'
import { fail } from '../payments/settle-payment'
import { announcePayment } from '../webhooks/announce'
import type { World } from '../world'
import type { ThreeDSession } from './session'

export type Started =
  | { readonly payment: Payment; readonly session: ThreeDSession }
  | { readonly payment: Payment; readonly refused: Failure }

export interface ThreeDSReturn {
  readonly callbackUrl?: string
  readonly callbackVersion: 1 | 2
}

/** Opens a payment and the bank's page for it, unless the bank or the fraud rules refuse at once. */
export function startThreeDS(
  world: World,
  charge: Charge,
  card: PresentedCard,
  back: ThreeDSReturn,
): Started {
  const payment = openPayment(world, charge, card)
  const passed = passesFraudRules(world, payment)
  const refusal = passed ? refusalOf(world, card, payment, 'init') : undefined
  if (refusal) fail(payment, refusal)
  if (payment.error) {
    // An API caller reads it in the answer; the hosted page's merchant would not hear of it.
    if (payment.fraud && payment.checkoutToken !== undefined)
      announcePayment(world, payment, 'CHECKOUTFORM_AUTH')
    return { payment, refused: payment.error }
  }
  const session: ThreeDSession = {
    id: randomUUID(),
    merchant: payment.merchant,
    paymentId: payment.id,
    callbackUrl: back.callbackUrl,
    callbackVersion: back.callbackVersion,
    checkoutToken: charge.checkoutToken,
    tries: 0,
    answered: false,
  }
  world.state.threeDSessions.push(session)
  return { payment, session }
}

export const refusedError = ({ code, group, description }: Failure): ApiError =>
  new ApiError(422, code, description, group)
