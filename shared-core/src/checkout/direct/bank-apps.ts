// Apps of banks, through the bank's own POS: developer.craftgate.io/api/payment/pay-with-ykb-worldpay,
// payment-with-garantipay-v2 and payment-with-juzdan.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import { isRefusal } from '../../errors'
import { idShape } from '../../payment'
import { type DirectFamily, directSale, type Starting } from './family'
import { started, unreadableStart } from './started'

type PosApmProvider = RequestBody<'initPosApmPayment'>['paymentProvider']

/** A page that shows a QR code or opens the app, whichever device the shopper sits at. */
const FROM_A_PAGE: Readonly<Partial<Record<PosApmProvider, Record<string, string>>>> = {
  YKB_WORLD_PAY: { sourceCode: 'WEB2QR' },
  GARANTI_PAY: { integrationType: 'WEB2APP' },
}

/** The shopper chooses instalments in the app, and the app takes the money: nothing is left to be completed. */
export const posApm: DirectFamily = {
  async start(client, starting) {
    const flow = FROM_A_PAGE[starting.start.name as PosApmProvider]
    const body = posApmRequest(starting, { ...flow, ...starting.page.additionalParams })
    return started(await client.call('initPosApmPayment', { body }, { idempotencyKey: randomUUID() }))
  },
}

/** What every payment through a bank's own POS is started with. */
export const posApmRequest = (
  starting: Starting,
  additionalParams: Record<string, unknown>,
): RequestBody<'initPosApmPayment'> => ({
  ...directSale(starting),
  paymentProvider: starting.start.name as PosApmProvider,
  paymentPhase: 'AUTH',
  bankOrderId: starting.page.orderId,
  clientIp: starting.clientIp,
  additionalParams,
})

const juzdanShape = z.object({
  referenceId: z.string().min(1).max(100).optional().catch(undefined),
  juzdanQrUrl: z.url({ protocol: /^https?$/ }),
})

/** Its answer tells no payment: that is found by its reference, else by the attempt's id. */
export const juzdan: DirectFamily = {
  async start(client, starting: Starting) {
    const body: RequestBody<'initJuzdanPayment'> = {
      ...directSale(starting),
      paymentPhase: starting.record.phase,
      bankOrderId: starting.page.orderId,
      clientType: 'W',
    }
    const answer = juzdanShape.safeParse(
      await client.call('initJuzdanPayment', { body }, { idempotencyKey: randomUUID() }),
    )
    if (!answer.success) throw unreadableStart()
    const { referenceId: token, juzdanQrUrl: url } = answer.data
    return { token, wayOn: { kind: 'redirect', url } }
  },
}

/** By its reference; undefined while Craftgate knows none. Throws CraftgateError. */
export async function juzdanPaymentOf(
  client: CraftgateClient,
  referenceId: string,
): Promise<number | undefined> {
  try {
    const answer = await client.call('retrieveJuzdanPayment', { path: { referenceId } })
    return readAnswer(z.object({ id: idShape }), answer, 'a payment by Juzdan').id
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}
