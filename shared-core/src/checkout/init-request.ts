// What Craftgate's hosted page is started with (developer.craftgate.io/api/payment/common-payment-page).
import type { Basket, OrderSnapshot } from '../basket'
import type { RequestBody } from '../client/craftgate-client'
import type { ClientInfo, Opener } from '../commerce'
import { invalidRequest } from '../errors'
import { CHECKOUT_ERRORS, noMethodFor } from '../messages/checkout'
import { type MethodName, methodsForPage } from '../methods'
import { type CurrencyCode, money, toWireNumber } from '../money'
import type { PageOptions } from '../options/checkout-options'
import type { ParsedOptions } from '../options/options'
import type { CheckoutRecord } from '../platform'
import { paymentGroupOf, saleFacts } from './sale-facts'
import { mustVerify } from './three-d-secure'
import { walletFor } from './wallet'

export interface Opening {
  readonly record: CheckoutRecord
  readonly order: OrderSnapshot
  readonly opener: Opener
  /** The only way to pay that the page shall offer. */
  readonly method?: MethodName
}

export type InitRequest = RequestBody<'initCheckoutPayment'>
type CustomInstallments = NonNullable<PageOptions['customInstallments']>

/**
 * The attempt's id goes as conversationId and externalId: outcomes are compared with both.
 * Throws a CraftgateError `no-method` or `no-stored-card` for an order that nobody could pay on this page.
 */
export function initRequest(
  { publicUrl, basePath }: ParsedOptions,
  page: PageOptions,
  opening: Opening,
  basket: Basket,
): InitRequest {
  const { record, order, opener } = opening
  const methods = methodsOf(page, opening)
  return {
    ...saleFacts({ id: record.id, basket, page }),
    paymentGroup: paymentGroupOf(page, record),
    paymentPhase: record.phase,
    enabledPaymentMethods: methods && ([...methods] as InitRequest['enabledPaymentMethods']),
    orderId: page.orderId,
    callbackUrl: `${publicUrl}${basePath}/callback`,
    merchantWebhookUrl: page.merchantWebhookUrl,
    returnBackUrl: page.returnBackUrl,
    useTopRedirection: page.useTopRedirection,
    clientIp: ipv4Of(opener),
    ttl: page.ttlMinutes,
    retry: page.retry,
    routingOptions: page.routingOptions,
    depositPayment: page.depositPayment,
    ...cardFields(page, opening),
    ...installmentFields(page, order.currency),
    ...buyerFields(page, order, methods ?? []),
    fraudParams: fraudParams(page, order),
  }
}

/** Of the methods that the shop names those that can take this sale. */
function methodsOf(
  page: PageOptions,
  { record: { phase }, order, method }: Opening,
): readonly string[] | undefined {
  const names = method ? [method] : (order.enabledPaymentMethods ?? page.enabledPaymentMethods)
  if (names === undefined) return undefined
  const offered = methodsForPage(names, { currency: order.currency, phase })
  if (offered.length === 0) throw invalidRequest('no-method', noMethodFor(names, order.currency, phase))
  return offered
}

/** Cards are stored for, and offered to, the buyer himself only (`walletFor`). */
function cardFields(page: PageOptions, { order, record, opener }: Opening) {
  const isOwnWallet = walletFor(order.buyer, opener) !== undefined
  const cardUserKey = isOwnWallet ? order.buyer.cardUserKey : undefined
  if (page.allowOnlyStoredCards && cardUserKey === undefined)
    throw invalidRequest('no-stored-card', CHECKOUT_ERRORS['no-stored-card'])
  return {
    cardUserKey,
    alwaysStoreCardAfterPayment: (page.alwaysStoreCard && isOwnWallet) || undefined,
    disableStoreCard: page.disableStoreCard || !isOwnWallet || undefined,
    allowDeleteStoredCard: isOwnWallet ? page.allowDeleteStoredCard : undefined,
    allowOnlyStoredCards: page.allowOnlyStoredCards,
    allowOnlyCreditCard: page.allowOnlyCreditCard,
    forceAuthForNonCreditCards: record.phase === 'PRE_AUTH' ? page.forceAuthForNonCreditCards : undefined,
    forceThreeDS: mustVerify(page, { order, record, opener }) || undefined,
  }
}

function installmentFields(page: PageOptions, currency: CurrencyCode) {
  const onTheWire = (all: CustomInstallments) =>
    all.map(({ number, totalPrice }) => ({ number, totalPrice: toWireNumber(money(totalPrice, currency)) }))
  const byBrand = page.cardBrandInstallments && Object.entries(page.cardBrandInstallments)
  return {
    enabledInstallments: page.enabledInstallments,
    allowInstallmentOnlyCommercialCards: page.allowInstallmentOnlyCommercialCards,
    customInstallments: page.customInstallments && onTheWire(page.customInstallments),
    cardBrandInstallments:
      byBrand && Object.fromEntries(byBrand.map(([brand, all]) => [brand, onTheWire(all)])),
  }
}

/** What some ways to pay want to know of the buyer; told only where the shop names that way. */
function buyerFields(page: PageOptions, { buyer, locale }: OrderSnapshot, methods: readonly string[]) {
  const phone = methods.includes('MASTERPASS') ? masterpassNumber(page, buyer) : undefined
  const country = methods.includes('KLARNA') ? buyer.country : undefined
  const klarna = country && {
    country: country.toLowerCase(),
    locale: `${locale}-${country.toUpperCase()}`,
  }
  return {
    masterpassGsmNumber: phone ?? page.masterpassGsmNumber,
    masterpassUserId: page.masterpassUserId,
    apmUserIdentity: page.apmUserIdentity ?? (methods.includes('PAYONEER') ? buyer.id : undefined),
    additionalParams: klarna ? { klarna, ...page.additionalParams } : page.additionalParams,
  }
}

/** By which Masterpass knows the buyer: the page option, else his own number where it is a Turkish mobile. */
export const masterpassNumber = (page: PageOptions, buyer: OrderSnapshot['buyer']): string | undefined =>
  page.masterpassGsmNumber ?? turkishMobile(buyer.phone)

/** Twelve digits that begin with 90; undefined for a number of another kind. */
function turkishMobile(phone = ''): string | undefined {
  const [, national] = /^(?:\+?90|0090|0)?(5\d{9})$/.exec(phone.replace(/[\s().-]/g, '')) ?? []
  return national && `90${national}`
}

/** Craftgate takes IPv4 only (api/payment/create-payment, clientIp); another address would fail the payment. */
export function ipv4Of({ clientIp = '' }: ClientInfo): string | undefined {
  const address = clientIp.replace(/^::ffff:/i, '')
  return /^\d+(\.\d+){3}$/.test(address) ? address : undefined
}

export function fraudParams(
  { customFraudVariable }: PageOptions,
  { buyer }: OrderSnapshot,
): InitRequest['fraudParams'] {
  if (!buyer.id && !buyer.email && !buyer.phone && !customFraudVariable) return undefined
  return {
    buyerExternalId: buyer.id,
    buyerEmail: buyer.email,
    buyerPhoneNumber: buyer.phone,
    customFraudVariable,
  }
}
