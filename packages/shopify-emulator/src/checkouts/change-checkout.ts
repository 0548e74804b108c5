import { orderOf } from '../orders/find-order'
import { shortId } from '../sessions/session-id'
import { knownSeed, type World } from '../world'
import type { Checkout } from './checkout'
import { usableCoupon } from './price-checkout'

export const findCheckout = (world: World, shop: string, id: string): Checkout | undefined =>
  world.state.checkouts.find((checkout) => checkout.id === id && checkout.shop === shop)

/** An ordered cart is no longer a cart. */
export const isOpen = (world: World, checkout: Checkout): boolean => orderOf(world, checkout.id) === undefined

/** 0 takes the line away. Sessions that are open keep the amount they began with. */
export function setQuantity(
  world: World,
  checkout: Checkout,
  change: { lineId: string; quantity: number },
): void {
  for (const line of checkout.lines) if (line.id === change.lineId) line.quantity = change.quantity
  checkout.lines = checkout.lines.filter(({ quantity }) => quantity > 0)
  world.changed()
}

/** One more of a product; undefined when the shop does not sell it in this currency. */
export function addOne(world: World, checkout: Checkout, sku: string): true | undefined {
  const product = knownSeed(world, checkout.shop).products.find((one) => one.sku === sku)
  if (product?.price[checkout.currency] === undefined) return undefined
  const line = checkout.lines.find((one) => one.sku === sku)
  if (line) line.quantity += 1
  else checkout.lines.push({ id: shortId(), sku, quantity: 1 })
  world.changed()
  return true
}

/** False when there is no such coupon for this cart; empty text takes the coupon away. */
export function useCoupon(world: World, checkout: Checkout, code: string): boolean {
  const coupon = usableCoupon(code, checkout, knownSeed(world, checkout.shop))
  if (code.trim() !== '' && !coupon) return false
  checkout.coupon = coupon?.code
  world.changed()
  return true
}
