import type { OrderSnapshot } from '@craftgate-commerce/core'
import type { SnapshotCharge, SnapshotLine, SnapshotReduction } from '@craftgate-commerce/core/adapter'
import type { Order, OrderLine, ShippingLine, Surcharge } from '@vendure/core'
import { coveredBy, leftToPay } from './left-to-pay'
import { chargedFor, type MoneyScale, wholeFromVendure } from './vendure-money'

export interface SnapshotContext extends MoneyScale {
  /** Language of the checkout; the hosted page speaks Turkish and English. */
  readonly languageCode: string
}

/** Ids of the basket items at Craftgate; a refund by line finds its item by them. */
export const externalIdOf = {
  line: (id: OrderLine['id']) => `line-${id}`,
  /** The id of the line that is named so; undefined for what is none. */
  lineOf: (externalId: string): string | undefined => /^line-(.+)$/.exec(externalId)?.[1],
  shipping: (id: ShippingLine['id']) => `shipping-${id}`,
  fee: (id: Surcharge['id']) => `fee-${id}`,
}

/** Stored Vendure amount -> whole minor units of the currency. */
type Whole = (amount: number) => number

/**
 * What is left to pay of the order, as Craftgate's basket is made of it. Amounts are taken with tax and after every
 * discount that Vendure spread over the lines (`proratedLinePriceWithTax`), because that is what Vendure charges.
 * Needs `lines.productVariant`, `shippingLines.shippingMethod`, `surcharges`, `payments.refunds`, `customer`.
 * A line below zero (a trade-in, a deposit that goes back) lowers the order like a surcharge below zero. What is left is
 * rounded to the currency; see `MoneyScale`.
 */
export function orderToSnapshot(order: Order, context: SnapshotContext): OrderSnapshot {
  const whole: Whole = (amount) => wholeFromVendure(amount, order.currencyCode, context)
  const total = chargedFor(leftToPay(order), order.currencyCode, context)
  const lines = order.lines.filter(({ quantity }) => quantity > 0)
  return {
    number: order.code,
    currency: total.currency,
    total: total.minor,
    pricesIncludeTax: true,
    lines: lines.filter((line) => !isTakenIn(line)).map((line) => lineOf(line, whole)),
    shipping: order.shippingLines.map((line) => shippingOf(line, whole)),
    fees: order.surcharges.filter(isFee).map((surcharge) => feeOf(surcharge, whole)),
    discounts: [
      ...lines.filter(isTakenIn).map((line) => tradeInOf(line, whole)),
      ...order.surcharges.filter(isReduction).map((surcharge) => reductionOf(surcharge, whole)),
    ],
    credits: coveredBy(order).map(({ method, amount }) => ({ name: method, amount: whole(amount) })),
    buyer: buyerOf(order),
    locale: context.languageCode.toLowerCase().startsWith('tr') ? 'tr' : 'en',
  }
}

/** What the basket of this order held, as people call it. Needs what `orderToSnapshot` needs of lines and shipping. */
export const soldItems = ({ lines, shippingLines, surcharges }: Order) => [
  ...lines.map(({ id, productVariant, quantity, orderPlacedQuantity }) => ({
    externalId: externalIdOf.line(id),
    name: productVariant.name,
    quantity: orderPlacedQuantity || quantity,
  })),
  ...shippingLines.map(({ id, shippingMethod }) => ({
    externalId: externalIdOf.shipping(id),
    name: shippingMethod?.name ?? 'Kargo',
    quantity: 1,
  })),
  ...surcharges.map(({ id, description }) => ({
    externalId: externalIdOf.fee(id),
    name: description,
    quantity: 1,
  })),
]

const isTakenIn = (line: OrderLine) => line.proratedLinePriceWithTax < 0

function tradeInOf(line: OrderLine, whole: Whole): SnapshotReduction {
  return { name: line.productVariant.name, amount: whole(-line.proratedLinePriceWithTax) }
}

function lineOf(line: OrderLine, whole: Whole): SnapshotLine {
  const named = { externalId: externalIdOf.line(line.id), name: line.productVariant.name }
  const paid = whole(line.proratedLinePriceWithTax)
  const unitPrice = whole(line.unitPriceWithTax)
  const discount = unitPrice * line.quantity - paid
  if (discount >= 0) return { ...named, quantity: line.quantity, unitPrice, discount }
  // The unit was rounded down further than the line: only the line's own price is exact.
  return { ...named, quantity: 1, unitPrice: paid }
}

function shippingOf(line: ShippingLine, whole: Whole): SnapshotCharge {
  const price = whole(line.priceWithTax)
  const discount = price - whole(line.discountedPriceWithTax)
  const named = { externalId: externalIdOf.shipping(line.id), name: line.shippingMethod?.name ?? 'Kargo' }
  return discount >= 0 ? { ...named, price, discount } : { ...named, price: price - discount }
}

const isFee = (surcharge: Surcharge) => surcharge.priceWithTax > 0
const isReduction = (surcharge: Surcharge) => surcharge.priceWithTax < 0

function feeOf(surcharge: Surcharge, whole: Whole): SnapshotCharge {
  return {
    externalId: externalIdOf.fee(surcharge.id),
    name: surcharge.description,
    price: whole(surcharge.priceWithTax),
  }
}

function reductionOf(surcharge: Surcharge, whole: Whole): SnapshotReduction {
  return { name: surcharge.description, amount: whole(-surcharge.priceWithTax) }
}

function buyerOf({ customer, billingAddress, shippingAddress }: Order): OrderSnapshot['buyer'] {
  const country = billingAddress?.countryCode || shippingAddress?.countryCode || undefined
  if (!customer) return { country }
  return {
    country,
    id: String(customer.id),
    email: customer.emailAddress,
    phone: customer.phoneNumber || shippingAddress?.phoneNumber || billingAddress?.phoneNumber || undefined,
  }
}
