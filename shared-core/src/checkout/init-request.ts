import type { Basket, OrderSnapshot } from '../basket'
import type { Gateway } from '../client/gateway'
import type { ClientInfo } from '../commerce'
import { toWireNumber } from '../money'
import type { ParsedOptions } from '../options'
import type { CheckoutRecord } from '../platform'

export type InitRequest = Parameters<ReturnType<Gateway['payment']>['initCheckoutPayment']>[0]

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
    // The SDK's enums hold exactly these words; TypeScript keeps enum and literal apart.
    currency: basket.price.currency as InitRequest['currency'],
    paymentGroup: checkout.paymentGroup as InitRequest['paymentGroup'],
    paymentPhase: record.phase as InitRequest['paymentPhase'],
    enabledPaymentMethods: methodsOf(order, checkout),
    conversationId: record.id,
    externalId: record.id,
    cardUserKey: order.buyer.cardUserKey,
    alwaysStoreCardAfterPayment: (checkout.alwaysStoreCard && order.buyer.hasAccount) || undefined,
    callbackUrl: `${publicUrl}${basePath}/callback`,
    clientIp: ipv4Of(peer),
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

/** Craftgate takes IPv4 only (api/payment/create-payment, clientIp); another address would fail the payment. */
function ipv4Of({ clientIp = '' }: ClientInfo): string | undefined {
  const address = clientIp.replace(/^::ffff:/i, '')
  return /^\d+(\.\d+){3}$/.test(address) ? address : undefined
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
