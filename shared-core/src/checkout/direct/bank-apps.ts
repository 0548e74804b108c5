// Apps of banks, through the bank's own POS: developer.craftgate.io/api/payment/pay-with-ykb-worldpay,
// payment-with-garantipay-v2 and payment-with-juzdan.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { RequestBody } from '../../client/craftgate-client'
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

const juzdanShape = z.object({ juzdanQrUrl: z.url({ protocol: /^https?$/ }) })

/** Its answer tells no payment: that is found by the attempt's id. */
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
    return { wayOn: { kind: 'redirect', url: answer.data.juzdanQrUrl } }
  },
}
