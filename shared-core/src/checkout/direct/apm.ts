// developer.craftgate.io/api/payment/pay-with-apm
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { CraftgateError } from '../../errors'
import { CHECKOUT_ERRORS } from '../../messages/checkout'
import { toWireNumber } from '../../money'
import { idShape } from '../../payment'
import type { DirectFamily, Started, Starting } from './family'

type InitRequest = RequestBody<'initApmPayment'>

export const apm: DirectFamily = {
  async start(client, starting) {
    // Each opening has a key of its own: one made from its content would answer with a dead payment for ever.
    const limits = { idempotencyKey: randomUUID() }
    const answer: unknown = await client.call('initApmPayment', { body: initRequest(starting) }, limits)
    return started(answer)
  },
  async complete(client: CraftgateClient, { start, paymentId, code }) {
    const body = { paymentId, additionalParams: { [start.code]: code } }
    await client.call('completeApmPayment', { body }, { idempotencyKey: randomUUID() })
  },
}

function initRequest({ start, record, order, page, basket, answers, ...at }: Starting): InitRequest {
  const price = toWireNumber(basket.price)
  const { apmUserIdentity, ...additionalParams } = { ...buyerParams(start.name, order), ...answers }
  return {
    apmType: start.name,
    price,
    paidPrice: price,
    // Craftgate refuses words that it does not know.
    currency: basket.price.currency as InitRequest['currency'],
    paymentGroup: page.paymentGroup ?? 'PRODUCT',
    paymentChannel: page.paymentChannel,
    conversationId: record.id,
    externalId: record.id,
    apmOrderId: page.orderId,
    apmUserIdentity: page.apmUserIdentity ?? apmUserIdentity,
    buyerMemberId: page.buyerMemberId,
    callbackUrl: at.callbackUrl,
    clientIp: at.clientIp,
    additionalParams: { ...page.additionalParams, ...additionalParams },
    items: basket.items.map((item) => ({
      name: item.name,
      externalId: item.externalId,
      price: toWireNumber(item.price),
      blockageDay: page.blockageDay,
    })),
  }
}

/** What some ways to pay want to know that the shop knows already. */
function buyerParams(name: Starting['start']['name'], { buyer, locale }: Starting['order']) {
  if (name === 'PAYONEER' && buyer.id) return { apmUserIdentity: buyer.id }
  if (name !== 'KLARNA' || !buyer.country) return {}
  return { country: buyer.country.toLowerCase(), locale: `${locale}-${buyer.country.toUpperCase()}` }
}

const address = z.url({ protocol: /^https?$/ })
const text = z.string().nullish().catch(undefined)

const startedShape = z.object({
  paymentId: idShape,
  paymentStatus: text,
  additionalAction: text,
  redirectUrl: text,
  htmlContent: text,
  qrCode: text,
})

/** Throws a CraftgateError `unreadable-start` for an answer by which nobody can go on. */
function started(answer: unknown): Started {
  const read = startedShape.safeParse(answer)
  const wayOn = read.success ? wayOnIn(read.data) : undefined
  if (read.success && wayOn) return { paymentId: read.data.paymentId, wayOn }
  throw new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-start',
    message: 'Craftgate started a payment without saying how it goes on',
    retry: 'ask-first',
    delivery: 'unclear',
    merchantMessage: CHECKOUT_ERRORS['unreadable-start'],
  })
}

/** Undefined for what this version does not know, or what lacks its content. */
function wayOnIn({
  paymentStatus,
  additionalAction,
  redirectUrl,
  htmlContent,
  qrCode,
}: z.output<typeof startedShape>): Started['wayOn'] | undefined {
  if (paymentStatus === 'FAILURE') return { kind: 'over' }
  switch (additionalAction) {
    case 'NONE':
      return { kind: 'over' }
    case 'REDIRECT_TO_URL':
      return address.safeParse(redirectUrl).success ? { kind: 'redirect', url: redirectUrl ?? '' } : undefined
    case 'SHOW_HTML_CONTENT':
      return htmlContent ? { kind: 'html', html: decoded(htmlContent) } : undefined
    case 'SHOW_QR_CODE':
      return qrCode ? { kind: 'qr', text: qrCode } : undefined
    case 'OTP_REQUIRED':
      return { kind: 'code' }
    case 'WAIT_FOR_WEBHOOK':
      return { kind: 'wait' }
    default:
      return undefined
  }
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8')
