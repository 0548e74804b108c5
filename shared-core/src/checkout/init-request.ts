import type { Basket, OrderSnapshot } from '../basket'
import type { RequestBody } from '../client/operations'
import type { ClientInfo } from '../commerce'
import { toWireNumber } from '../money'
import type { ParsedOptions } from '../options'
import type { CheckoutRecord } from '../platform'

export type InitRequest = RequestBody<'initCheckoutPayment'>

interface Sale {
  readonly record: CheckoutRecord
  readonly order: OrderSnapshot
  readonly basket: Basket
  readonly peer: ClientInfo
}

/**
 * What Craftgate's hosted page is started with (developer.craftgate.io/api/payment/common-payment-page).
 * The attempt's id goes as conversationId and externalId: outcomes are compared with both.
 */
export function initRequest({ checkout, publicUrl, basePath }: ParsedOptions, sale: Sale): InitRequest {
  const { record, order, basket, peer } = sale
  const price = toWireNumber(basket.price)
  return {
    price,
    paidPrice: price,
    // Craftgate refuses words that it does not know.
    currency: basket.price.currency as InitRequest['currency'],
    paymentGroup: checkout.paymentGroup as InitRequest['paymentGroup'],
    paymentPhase: record.phase as InitRequest['paymentPhase'],
    enabledPaymentMethods: methodsOf(order, checkout),
    conversationId: record.id,
    externalId: record.id,
    cardUserKey: order.buyer.cardUserKey,
    alwaysStoreCardAfterPayment: (checkout.alwaysStoreCard && order.buyer.hasAccount) || undefined,
    callbackUrl: `${publicUrl}${basePath}/callback`,
    clientIp: peer.clientIp?.replace(/^::ffff:(?=\d+\.)/i, ''),
    ttl: checkout.ttlMinutes,
    paymentChannel: checkout.paymentChannel,
    enabledInstallments: checkout.enabledInstallments,
    allowOnlyCreditCard: checkout.allowOnlyCreditCard,
    forceThreeDS: checkout.forceThreeDS,
    items: basket.items.map(({ name, externalId, price }) => ({
      name,
      externalId,
      price: toWireNumber(price),
    })),
    fraudParams: fraudParams(order),
  }
}

function methodsOf(
  order: OrderSnapshot,
  checkout: ParsedOptions['checkout'],
): InitRequest['enabledPaymentMethods'] {
  const methods = order.enabledPaymentMethods ?? checkout.enabledPaymentMethods
  return methods && ([...methods] as InitRequest['enabledPaymentMethods'])
}

function fraudParams({ buyer }: OrderSnapshot): InitRequest['fraudParams'] {
  if (!buyer.id && !buyer.email && !buyer.phone) return undefined
  return {
    buyerExternalId: buyer.id,
    buyerEmail: buyer.email,
    buyerPhoneNumber: buyer.phone,
  }
}
