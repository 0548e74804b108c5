import { ApiError } from '../../errors/api-error'
import { cardByMask } from '../cards/test-card'
import { merchantOf, type SandboxContext } from '../context'
import { pay } from '../payments/pay'
import type { Payment } from '../payments/payment'
import { refusedError, type Started, startThreeDS } from '../threeds/start'
import { presentMasterpassCard } from './masterpass-card'
import type { MasterpassReference } from './reference'

/** Takes the money with what Masterpass's script ended with. Throws the bank's error when it refuses. */
export function payByMasterpass(ctx: SandboxContext, reference: MasterpassReference, token: string): Payment {
  const { completionToken } = reference
  if (completionToken === undefined || completionToken !== token) throw WRONG_TOKEN
  const payment = pay(ctx, chargeOf(ctx, reference, false), cardOf(reference))
  reference.paymentId = payment.id
  if (payment.error) throw refusedError(payment.error)
  return payment
}

/** Opens the bank's page for it. Throws when the token was not made for 3D Secure, or the bank refuses at once. */
export function startMasterpassThreeDS(
  ctx: SandboxContext,
  reference: MasterpassReference,
  callbackUrl: string,
): Extract<Started, { session: unknown }> {
  if (reference.validation !== 'THREE_DS') throw WITHOUT_THREE_DS
  const back = { callbackUrl, callbackVersion: 1 } as const
  const started = startThreeDS(ctx, chargeOf(ctx, reference, true), cardOf(reference), back)
  reference.paymentId = started.payment.id
  if ('refused' in started) throw refusedError(started.refused)
  return started
}

const chargeOf = (ctx: SandboxContext, { merchant, sale }: MasterpassReference, threeDS: boolean) => ({
  ...{ ...sale, threeDS, merchant: merchantOf(ctx, merchant) },
})

function cardOf({ bin, lastFour }: MasterpassReference) {
  const known = cardByMask(bin, lastFour)
  if (!known) throw new Error('A Masterpass reference names a card that is not documented')
  return presentMasterpassCard(known)
}

const WRONG_TOKEN = ApiError.invalid('4123', {
  tr: 'Masterpass token değeri geçersiz',
  en: 'The Masterpass token is not the one that the shopper’s approval gave',
})
const WITHOUT_THREE_DS = ApiError.invalid('4124', {
  tr: 'Masterpass işlemi 3D Secure ile başlatılmamış',
  en: 'The Masterpass reference was not made for 3D Secure',
})
