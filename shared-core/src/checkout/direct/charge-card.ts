// A card charged by API, by its number or by its keys: developer.craftgate.io/api/payment/create-payment, and with 3D Secure
// api/payment/create-3d-secure-payment.
import { randomUUID } from 'node:crypto'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { toWireNumber } from '../../money'
import { fraudParams } from '../init-request'
import { type ChosenCard, directSale, type Started, type Starting } from './family'
import { started, startedBy } from './started'

interface Charging extends Starting {
  readonly card: ChosenCard
}

/** With 3D Secure the money is taken later (`completeThreeDS`), else at once: by a call that is made once for an attempt. */
export function chargeCard(client: CraftgateClient, starting: Starting): Promise<Started> {
  const { card } = starting
  if (card === undefined) throw new Error('No card was chosen')
  const charging = { ...starting, card }
  return card.verifies ? verify(client, charging) : charge(client, charging)
}

async function verify(client: CraftgateClient, charging: Charging): Promise<Started> {
  const { callbackUrl, page } = charging
  const body: RequestBody<'init3DSPayment'> = {
    ...paymentOf(charging),
    callbackUrl,
    // The hash of the second version covers more of the callback, and the portal recommends it.
    additionalParams: { threeDSCallbackVersion: 2, ...page.additionalParams },
  }
  return started(await client.call('init3DSPayment', { body }, { idempotencyKey: randomUUID() }))
}

async function charge(client: CraftgateClient, charging: Charging): Promise<Started> {
  const body: RequestBody<'createPayment'> = {
    ...paymentOf(charging),
    additionalParams: charging.page.additionalParams,
  }
  return startedBy(await client.call('createPayment', { body }, { idempotencyKey: randomUUID() }))
}

function paymentOf(charging: Charging): RequestBody<'createPayment'> {
  const { callbackUrl: _unused, ...sale } = directSale(charging)
  const { page, order, card, clientIp } = charging
  return {
    ...sale,
    paidPrice: toWireNumber(card.option.total),
    walletPrice: 0,
    installment: card.option.count,
    paymentPhase: phaseOf(charging),
    bankOrderId: page.orderId,
    clientIp,
    retry: page.retry,
    routingOptions: page.routingOptions,
    fraudParams: fraudParams(page, order),
    card: card.card,
  }
}

/** As `forceAuthForNonCreditCards` of Craftgate's page. */
function phaseOf({ record: { phase }, page, card: { type } }: Charging): 'AUTH' | 'PRE_AUTH' {
  return page.forceAuthForNonCreditCards && type !== 'CREDIT_CARD' ? 'AUTH' : phase
}

/** What the answer has to tell again. */
export const termsOf = ({ option, points }: Pick<ChosenCard, 'option' | 'points'>) => ({
  paidPrice: option.total.minor,
  installment: option.count,
  ...(points && { points: points.minor }),
})

/** Charges the card that the bank verified, once however often this is asked. Throws CraftgateError. */
export async function completeThreeDS(client: CraftgateClient, paymentId: number): Promise<void> {
  await client.call('complete3DSPayment', { body: { paymentId } }, { idempotencyKey: randomUUID() })
}
