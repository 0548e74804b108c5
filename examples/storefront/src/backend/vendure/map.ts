import { decimalOf, isZero, type Price } from '../../money/price'
import type {
  Account,
  Cart,
  Order,
  OrderLine,
  OrderPayment,
  Product,
  ProductCard,
  Totals,
  Variant,
} from '../shop-backend'
import type {
  FoundProduct,
  VendureCustomer,
  VendureLine,
  VendureOrder,
  VendurePayment,
  VendureProduct,
} from './documents'

/** Vendure keeps two decimals in every currency, yen and dinars too. */
const DECIMALS = 2

export const priceOf = (units: number, currency: string): Price => ({
  decimal: decimalOf(units, DECIMALS),
  currency,
})

/** Pictures come through our own server, whatever address the shop has. */
export function pictureOf(
  asset: { readonly preview: string } | null,
  preset: 'card' | 'page',
): string | undefined {
  return asset
    ? `${new URL(asset.preview, location.origin).pathname}?preset=${preset}&format=webp`
    : undefined
}

export function toCard(found: FoundProduct): ProductCard {
  const { min, max, value = 0 } = found.priceWithTax
  return {
    slug: found.slug,
    name: found.productName,
    picture: pictureOf(found.productAsset, 'card'),
    price: priceOf(min ?? value, found.currencyCode),
    isFrom: min !== max,
    inStock: found.inStock !== false,
  }
}

const STOCK: Readonly<Record<string, Variant['stock']>> = { OUT_OF_STOCK: 'out', LOW_STOCK: 'low' }

export function toProduct(product: VendureProduct): Product {
  return {
    slug: product.slug,
    name: product.name,
    description: product.description,
    picture: pictureOf(product.featuredAsset, 'page'),
    collection: product.collections[0],
    groups: product.optionGroups,
    variants: product.variants.map((variant) => ({
      id: variant.id,
      name: variant.name,
      sku: variant.sku,
      price: priceOf(variant.priceWithTax, variant.currencyCode),
      stock: STOCK[variant.stockLevel] ?? 'in',
      optionIds: variant.options.map(({ id }) => id),
    })),
  }
}

export function toCart(order: VendureOrder): Cart {
  return {
    ...totalsOf(order),
    code: order.code,
    lines: order.lines.map((line) => toLine(line, order.currencyCode)),
    pieces: order.totalQuantity,
    coupons: order.couponCodes,
    shippingOptionId: order.shippingLines[0]?.shippingMethod.id,
  }
}

export const toAccount = (customer: VendureCustomer): Account => ({
  name: `${customer.firstName} ${customer.lastName}`.trim(),
  email: customer.emailAddress,
  orders: customer.orders.items.map(({ code, state, orderPlacedAt, totalWithTax, currencyCode }) => ({
    id: code,
    number: code,
    state: ORDER_STATES[state] ?? 'open',
    placedAt: orderPlacedAt ? new Date(orderPlacedAt) : undefined,
    total: priceOf(totalWithTax, currencyCode),
  })),
})

const ORDER_STATES: Readonly<Record<string, Order['state']>> = {
  PaymentAuthorized: 'authorized',
  PaymentSettled: 'paid',
  PartiallyShipped: 'shipped',
  Shipped: 'shipped',
  PartiallyDelivered: 'delivered',
  Delivered: 'delivered',
  Cancelled: 'cancelled',
}

export function toOrder(order: VendureOrder): Order {
  const to = order.shippingAddress
  const place = [to?.streetLine1, to?.city, to?.province, to?.postalCode].filter(Boolean).join(', ')
  return {
    ...totalsOf(order),
    code: order.code,
    state: ORDER_STATES[order.state] ?? 'open',
    placedAt: order.orderPlacedAt ? new Date(order.orderPlacedAt) : undefined,
    lines: order.lines.map((line) => toLine(line, order.currencyCode)),
    shippingName: order.shippingLines[0]?.shippingMethod.name,
    recipient: to?.fullName ?? undefined,
    address: place || undefined,
    consent: toConsent(order.customFields),
    payments: (order.payments ?? []).map((payment) => toPayment(payment, order.currencyCode)),
  }
}

function toConsent({
  consentVersion,
  consentAt,
  consentText,
}: VendureOrder['customFields']): Order['consent'] {
  return consentVersion && consentAt && consentText
    ? { version: consentVersion, at: new Date(consentAt), text: consentText }
    : undefined
}

/**
 * Vendure's subtotal has the line discounts in it already; people expect the goods at their price first, then each
 * discount, then shipping, then what is left to pay.
 */
function totalsOf(order: VendureOrder): Totals {
  const goods = order.lines.reduce((sum, line) => sum + line.unitPriceWithTax * line.quantity, 0)
  const price = (units: number) => priceOf(units, order.currencyCode)
  return {
    subtotal: price(goods),
    shipping: price(order.shippingWithTax),
    discounts: order.discounts.map((each) => ({ name: each.description, amount: price(each.amountWithTax) })),
    total: price(order.totalWithTax),
  }
}

function toLine(line: VendureLine, currency: string): OrderLine {
  return {
    id: line.id,
    name: line.productVariant.name,
    productSlug: line.productVariant.product.slug,
    picture: pictureOf(line.featuredAsset, 'card'),
    quantity: line.quantity,
    unitPrice: priceOf(line.unitPriceWithTax, currency),
    total: priceOf(line.discountedLinePriceWithTax, currency),
  }
}

const PAYMENT_STATES: Readonly<Record<string, OrderPayment['state']>> = {
  Settled: 'paid',
  Authorized: 'authorized',
  Cancelled: 'cancelled',
}

function toPayment(payment: VendurePayment, currency: string): OrderPayment {
  const { paidPrice, interest, outcome, ...facts } = payment.metadata?.public ?? {}
  const refunded = payment.refunds
    .filter(({ state }) => state !== 'Failed')
    .reduce((sum, { total }) => sum + total, 0)
  const inReview = outcome === 'review' && payment.state === 'Authorized'
  const text = (decimal: string | undefined) => (decimal === undefined ? undefined : { decimal, currency })
  const charged = text(interest)
  return {
    ...facts,
    id: payment.id,
    amount: priceOf(payment.amount, currency),
    state: inReview ? 'in-review' : (PAYMENT_STATES[payment.state] ?? 'declined'),
    refunded: refunded > 0 ? priceOf(refunded, currency) : undefined,
    paidPrice: text(paidPrice),
    interest: charged && !isZero(charged) ? charged : undefined,
  }
}
