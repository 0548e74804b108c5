import type { PresentedCard } from '../cards/present-card'
import { passesFraudRules } from '../fraud/fraud-gate'
import { announcePayment } from '../webhooks/announce'
import type { World } from '../world'
import type { Charge } from './charge'
import { isHeld } from './held-payments'
import { openPayment } from './open-payment'
import type { Payment } from './payment'
import { refusalOf } from './refusal'
import { fail, succeed } from './settle-payment'

/**
 * A payment without 3D Secure, from request to answer. A refusal is a payment with status FAILURE.
 * Throws a validation error when no POS may take it.
 */
export function pay(world: World, charge: Charge, card: PresentedCard): Payment {
  const payment = openPayment(world, charge, card)
  if (passesFraudRules(world, payment)) {
    const refusal = refusalOf(world, card, payment, 'pay')
    if (refusal) fail(payment, refusal)
    else if (!isHeld(world, payment, 'WAITING')) succeed(world, payment)
  }
  announcePayment(world, payment, 'API_AUTH')
  return payment
}
