import type { RequestBody } from '../../client/craftgate-client'
import { toWireNumber } from '../../money'
import type { Starting } from './family'

/** What every call that starts a payment is told of the sale. */
export function saleFacts({ record, page, basket, callbackUrl }: Starting) {
  const price = toWireNumber(basket.price)
  return {
    price,
    paidPrice: price,
    // Craftgate refuses words that it does not know.
    currency: basket.price.currency as RequestBody<'initApmPayment'>['currency'],
    paymentGroup: page.paymentGroup ?? ('PRODUCT' as const),
    paymentChannel: page.paymentChannel,
    conversationId: record.id,
    externalId: record.id,
    buyerMemberId: page.buyerMemberId,
    callbackUrl,
    items: basket.items.map((item) => ({
      name: item.name,
      externalId: item.externalId,
      price: toWireNumber(item.price),
      blockageDay: page.blockageDay,
    })),
  }
}
