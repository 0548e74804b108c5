// developer.craftgate.io/api/payment/pay-with-apm
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import { type Choice, type DirectFamily, directSale, type Starting } from './family'
import { started } from './started'

type InitRequest = RequestBody<'initApmPayment'>

export const apm: DirectFamily = {
  async start(client, starting) {
    // Each opening has a key of its own: one made from its content would answer with a dead payment for ever.
    const limits = { idempotencyKey: randomUUID() }
    const answer: unknown = await client.call('initApmPayment', { body: initRequest(starting) }, limits)
    return started(answer)
  },
  choices: banks,
  async complete(client: CraftgateClient, { start, paymentId, code }) {
    const body = { paymentId, additionalParams: { [start.code]: code } }
    await client.call('completeApmPayment', { body }, { idempotencyKey: randomUUID() })
  },
}

const banksShape = z.object({
  items: z.array(z.object({ bankCode: z.string(), bankName: z.string() }).nullable().catch(null)),
})

/** developer.craftgate.io/api/instant-transfer-banks */
async function banks(client: CraftgateClient): Promise<readonly Choice[]> {
  const answer: unknown = await client.call('retrieveInstantTransferBanks', {})
  const { items } = readAnswer(banksShape, answer, 'the banks of instant transfers')
  return items.flatMap((bank) =>
    bank ? [{ code: bank.bankCode, name: { tr: bank.bankName, en: bank.bankName } }] : [],
  )
}

/** What every payment that is started by a provider's name is started with; `answers` over what the shop knows. */
export function initRequest(starting: Starting): InitRequest {
  const { start, order, page, answers } = starting
  const { apmUserIdentity, ...additionalParams } = { ...buyerParams(start.name, order), ...answers }
  return {
    ...directSale(starting),
    apmType: start.name as InitRequest['apmType'],
    apmOrderId: page.orderId,
    apmUserIdentity: page.apmUserIdentity ?? apmUserIdentity,
    clientIp: starting.clientIp,
    additionalParams: { ...page.additionalParams, ...additionalParams },
  }
}

/** What some ways to pay want to know that the shop knows already. */
function buyerParams(name: Starting['start']['name'], { buyer, locale }: Starting['order']) {
  if (name === 'PAYONEER' && buyer.id) return { apmUserIdentity: buyer.id }
  if (name !== 'KLARNA' || !buyer.country) return {}
  return { country: buyer.country.toLowerCase(), locale: `${locale}-${buyer.country.toUpperCase()}` }
}
