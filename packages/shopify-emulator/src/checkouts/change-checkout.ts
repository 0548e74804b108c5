import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { shortId } from '../context/ids'
import { knownSeed } from '../context/shops'
import { usableCoupon } from './price-checkout'

export const findCheckout = (ctx: EmulatorContext, shop: string, id: string): Checkout | undefined =>
  ctx.state.checkouts.find((checkout) => checkout.id === id && checkout.shop === shop)

/** 0 takes the line away. Sessions that are open keep the amount they began with. */
export function setQuantity(
  ctx: EmulatorContext,
  checkout: Checkout,
  change: { lineId: string; quantity: number },
): void {
  for (const line of checkout.lines) if (line.id === change.lineId) line.quantity = change.quantity
  checkout.lines = checkout.lines.filter(({ quantity }) => quantity > 0)
  ctx.changed()
}

/** One more of a product; undefined when the shop does not sell it in this currency. */
export function addOne(ctx: EmulatorContext, checkout: Checkout, sku: string): true | undefined {
  const product = knownSeed(ctx, checkout.shop).products.find((one) => one.sku === sku)
  if (product?.price[checkout.currency] === undefined) return undefined
  const line = checkout.lines.find((one) => one.sku === sku)
  if (line) line.quantity += 1
  else checkout.lines.push({ id: shortId(), sku, quantity: 1 })
  ctx.changed()
  return true
}

/** False when there is no such coupon for this cart; empty text takes the coupon away. */
export function useCoupon(ctx: EmulatorContext, checkout: Checkout, code: string): boolean {
  const coupon = usableCoupon(code, checkout, knownSeed(ctx, checkout.shop))
  if (code.trim() !== '' && !coupon) return false
  checkout.coupon = coupon?.code
  ctx.changed()
  return true
}
