import type { OrderSnapshot } from '@craftgate-commerce/core'
import {
  buyerHistory,
  nothingToPay,
  type PostalAddress,
  type SellerOf,
  type SnapshotLine,
  withSellers,
} from '@craftgate-commerce/core/adapter'
import type { SellerQuestion } from '../options'
import { minorOf, moneyOf } from './medusa-money'
import type { AddressView, CartView, OrderLink, SessionView } from './sessions'

/**
 * What is to be paid, as Craftgate's basket is made of it. Totals of lines and shipping are Medusa's own, after every
 * discount and with tax, because that is what Medusa charges; credit lines (gift cards, store credit) lower the order
 * as a whole.
 */
export function cartToSnapshot(cart: CartView): OrderSnapshot {
  const minor = (amount: CartView['total'] | null | undefined) => minorOf(amount, cart.currency_code)
  const total = moneyOf(cart.total, cart.currency_code)
  const credit = minor(cart.credit_line_total)
  return {
    number: cart.id,
    currency: total.currency,
    total: total.minor,
    pricesIncludeTax: true,
    lines: (cart.items ?? []).map((item) => ({
      externalId: lineIdOf(item),
      name: nameOf(item),
      quantity: 1,
      unitPrice: minor(item.total),
    })),
    shipping: (cart.shipping_methods ?? []).map(({ id, name, total: price }) => ({
      externalId: `shipping-${id}`,
      name,
      price: minor(price),
    })),
    fees: [],
    discounts: [],
    credits: credit > 0 ? [{ name: 'credit', amount: credit }] : [],
    buyer: buyerOf(cart),
    locale: localeOf(cart.locale),
  }
}

/** The same with the sellers of its lines. */
export async function withSellersOf(
  cart: CartView,
  sellerOf: SellerOf<SellerQuestion> | undefined,
): Promise<OrderSnapshot> {
  const snapshot = cartToSnapshot(cart)
  if (sellerOf === undefined) return snapshot
  const items = new Map((cart.items ?? []).map((item) => [lineIdOf(item), item]))
  const questionOf = ({ externalId }: SnapshotLine, price: number): SellerQuestion | undefined => {
    const item = items.get(externalId)
    return item && { item: { ...item }, cart: { ...cart }, price }
  }
  return { ...snapshot, lines: await withSellers(snapshot.lines, questionOf, sellerOf) }
}

/** A line's id at Craftgate. */
export const lineIdOf = ({ id }: { readonly id: string }): string => `line-${id}`

/** Medusa's title is the variant's: "250 g" says little without the product. */
function nameOf({ title, product_title, variant_title }: NonNullable<CartView['items']>[number]): string {
  if (!product_title) return title
  const variant = variant_title ?? title
  return variant && variant !== product_title ? `${product_title} ${variant}` : product_title
}

function buyerOf({
  customer_id,
  email,
  shipping_address,
  billing_address,
}: CartView): OrderSnapshot['buyer'] {
  return {
    id: customer_id ?? undefined,
    email: email ?? undefined,
    phone: shipping_address?.phone || billing_address?.phone || undefined,
    country: billing_address?.country_code || shipping_address?.country_code || undefined,
  }
}

/** What the cart's customer ordered before, by the addresses of those orders. */
export const historyOf = (
  { shipping_address }: CartView,
  earlier: readonly (AddressView | undefined)[],
): ReturnType<typeof buyerHistory> => buyerHistory(earlier.map(addressOf), addressOf(shipping_address))

const addressOf = (address: AddressView | null | undefined): PostalAddress | undefined =>
  address
    ? {
        lines: [address.address_1, address.address_2],
        city: address.city,
        postalCode: address.postal_code,
        country: address.country_code,
      }
    : undefined

/** What is outstanding of a placed order, after an edit or an exchange: one amount, of no line in particular. */
export function outstandingOf(session: SessionView, order: OrderLink): OrderSnapshot {
  const { minor, currency } = moneyOf(session.amount, session.currency_code)
  const locale = localeOf(order.locale)
  const name = locale === 'tr' ? 'Sipariş farkı' : 'Outstanding amount'
  return {
    ...nothingToPay({ number: String(order.display_id ?? order.id), currency, locale }),
    total: minor,
    lines: [{ externalId: `order-${order.id}`, name, quantity: 1, unitPrice: minor }],
    buyer: { id: order.customer_id ?? undefined, email: order.email ?? undefined },
  }
}

/** Language of the hosted page: Turkish unless the shop says otherwise. */
const localeOf = (locale: string | null | undefined): 'tr' | 'en' =>
  locale && !locale.toLowerCase().startsWith('tr') ? 'en' : 'tr'
