// BKM Express: BKM's own script on a page of ours opens its app with a ticket, a webhook says that the shopper approved, and
// Craftgate takes the money when it is told to: developer.craftgate.io/api/payment/bkm_express, webhook/transaction-webhook.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import type { MerchantOptions } from '../../options/options'
import type { DirectFamily, Proceeding, Sale, Started, Starting } from './family'
import { directSale } from './family'
import { unreadableStart } from './started'

export const bkmExpress: DirectFamily = { start, onward, proceed }

const ticketShape = z.object({
  id: z.string().min(1).max(100),
  token: z.string().min(1),
  path: z.string().min(1),
})

/** Its answer tells no payment: that is found by the attempt's id. */
async function start(client: CraftgateClient, starting: Starting): Promise<Started> {
  const { price, paidPrice, currency, conversationId, buyerMemberId, items, paymentGroup } =
    directSale(starting)
  const body: RequestBody<'initBkmExpress'> = {
    ...{ price, paidPrice, currency, conversationId, buyerMemberId, items, paymentGroup },
    paymentPhase: 'AUTH',
    bankOrderId: starting.page.orderId,
    enabledInstallments: starting.page.enabledInstallments,
  }
  const limits = { idempotencyKey: randomUUID() }
  const ticket = ticketShape.safeParse(await client.call('initBkmExpress', { body }, limits))
  if (!ticket.success) throw unreadableStart()
  const { id, token, path } = ticket.data
  return { token: id, wayOn: { kind: 'script', content: JSON.stringify({ id, token, path }) } }
}

function onward({ merchant }: Sale, content: string) {
  const settings = { ticket: ticketShape.parse(JSON.parse(content)) }
  return { provider: 'bkm-express' as const, scripts: [scriptOf(merchant)], settings }
}

const scriptOf = ({ bkmExpress: options, environment }: MerchantOptions): string => {
  const host = environment === 'live' ? 'js' : 'preprod-js'
  return options?.script ?? `https://${host}.bkmexpress.com.tr/v1/javascripts/bex.js`
}

/** The app is done with it, as the browser says. What counts is the webhook, for which the shopper waits. */
async function proceed(_client: CraftgateClient, { answers }: Proceeding): Promise<Started | undefined> {
  return answers['bkm-express'] === 'done' ? { wayOn: { kind: 'wait' } } : undefined
}

/** Takes the money of a ticket that the shopper approved, once however often this is asked. Throws CraftgateError. */
export async function completeBkmExpress(client: CraftgateClient, ticketId: string): Promise<void> {
  const body = { status: true, message: 'OK', ticketId }
  await client.call('completeBkmExpress', { body }, { idempotencyKey: randomUUID() })
}
