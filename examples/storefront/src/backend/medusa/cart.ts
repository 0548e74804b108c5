// Carts, and what carts and orders have in common: lines and totals.
import type { Cart, OrderLine, Totals } from '../shop-backend'
import { nameOf, pictureOf } from './catalogue'
import { discountOf, priceOf } from './price'

/** Added to what Medusa gives of a cart anyway. */
export const CART_FIELDS = '+items.total,+shipping_methods.name'

export interface MedusaTotals {
  readonly currency_code: string
  readonly total: number
  readonly original_item_total: number
  readonly original_shipping_total: number
  readonly discount_total: number
  readonly items: readonly MedusaItem[] | null
  readonly shipping_methods: readonly MedusaShippingMethod[] | null
}

export interface MedusaCart extends MedusaTotals {
  readonly id: string
  readonly completed_at: string | null
  readonly promotions?: readonly MedusaPromotion[]
}

interface MedusaItem {
  readonly id: string
  readonly product_title: string | null
  readonly variant_title: string | null
  readonly product_handle: string | null
  readonly thumbnail: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly total: number
  readonly adjustments?: readonly MedusaAdjustment[]
}

interface MedusaShippingMethod {
  readonly shipping_option_id: string | null
  readonly name?: string
  readonly adjustments?: readonly MedusaAdjustment[]
}

interface MedusaAdjustment {
  readonly code?: string | null
}

interface MedusaPromotion {
  readonly code: string | null
  readonly is_automatic?: boolean
}

export function toCart(cart: MedusaCart): Cart {
  const lines = linesOf(cart)
  return {
    ...totalsOf(cart),
    code: cart.id,
    lines,
    pieces: lines.reduce((pieces, { quantity }) => pieces + quantity, 0),
    coupons: couponsOf(cart),
    shippingOptionId: cart.shipping_methods?.[0]?.shipping_option_id ?? undefined,
  }
}

export const couponsOf = ({ promotions = [] }: MedusaCart): readonly string[] =>
  promotions.flatMap(({ code, is_automatic }) => (code && !is_automatic ? [code] : []))

/** Goods and shipping at their full price, then all discounts in one amount: Medusa does not tell them apart after tax. */
export function totalsOf(order: MedusaTotals): Totals {
  const price = (amount: number) => priceOf(amount, order.currency_code)
  const discount = discountOf(order.discount_total, order.currency_code)
  return {
    subtotal: price(order.original_item_total),
    shipping: price(order.original_shipping_total),
    discounts: order.discount_total > 0 ? [{ name: discountNames(order), amount: discount }] : [],
    total: price(order.total),
  }
}

export function linesOf({ items, currency_code }: MedusaTotals): readonly OrderLine[] {
  return (items ?? []).map((item) => ({
    id: item.id,
    name: nameOf(item.product_title, item.variant_title),
    productSlug: item.product_handle ?? undefined,
    picture: pictureOf(item.thumbnail),
    quantity: item.quantity,
    unitPrice: priceOf(item.unit_price, currency_code),
    total: priceOf(item.total, currency_code),
  }))
}

function discountNames({ items, shipping_methods }: MedusaTotals): string {
  const adjustments = [...(items ?? []), ...(shipping_methods ?? [])].flatMap(
    (each) => each.adjustments ?? [],
  )
  return [...new Set(adjustments.flatMap(({ code }) => code ?? []))].join(', ')
}
