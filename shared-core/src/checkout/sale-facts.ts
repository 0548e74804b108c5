import type { Basket } from '../basket'
import type { RequestBody } from '../client/craftgate-client'
import { toWireNumber } from '../money'
import type { PageOptions } from '../options/checkout-options'
import type { CheckoutRecord } from '../platform'

interface Sale {
  /** The attempt's: outcomes are compared with it. */
  readonly id: string
  readonly basket: Basket
  readonly page?: Pick<PageOptions, 'paymentChannel' | 'buyerMemberId' | 'blockageDay'>
}

/** What every call that starts, or records, a payment is told of the sale. */
export function saleFacts({ id, basket, page }: Sale) {
  const price = toWireNumber(basket.price)
  return {
    price,
    paidPrice: price,
    // Craftgate refuses words that it does not know.
    currency: basket.price.currency as RequestBody<'initCheckoutPayment'>['currency'],
    conversationId: id,
    externalId: id,
    paymentChannel: page?.paymentChannel,
    buyerMemberId: page?.buyerMemberId,
    items: basket.items.map((item) => ({
      name: item.name,
      externalId: item.externalId,
      price: toWireNumber(item.price),
      blockageDay: page?.blockageDay,
      ...(item.seller && {
        subMerchantMemberId: item.seller.memberId,
        subMerchantMemberPrice: toWireNumber(item.seller.share),
      }),
    })),
  }
}

/** As Craftgate's own shop modules send it: the portal describes pre-authorizations for listings and subscriptions only. */
export const paymentGroupOf = (
  { paymentGroup }: Pick<PageOptions, 'paymentGroup'>,
  { phase }: Pick<CheckoutRecord, 'phase'>,
) => paymentGroup ?? (phase === 'PRE_AUTH' ? 'LISTING_OR_SUBSCRIPTION' : 'PRODUCT')
