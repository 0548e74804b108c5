import type { Checkout } from '../context/checkout'
import type { PricedLine } from '../context/order'
import { amountIn, type CouponSeed, type ShippingSeed, type ShopSeed } from '../options/shop-seed'

/** All amounts in minor units of the checkout's currency. */
export interface PricedCheckout {
  readonly lines: readonly PricedLine[]
  readonly subtotal: number
  readonly discount: number
  readonly shipping: number
  readonly total: number
  /** Methods that this cart may choose from. */
  readonly methods: readonly ShippingSeed[]
  readonly method?: ShippingSeed
}

type Cart = Pick<Checkout, 'currency' | 'lines' | 'coupon' | 'shipping'>

/** Goods, minus coupon, plus shipping. A coupon never takes more than the goods cost. */
export function priceCheckout(cart: Cart, shop: ShopSeed): PricedCheckout {
  const lines = cart.lines.map((line) => priceLine(line, cart.currency, shop))
  const subtotal = lines.reduce((sum, { price }) => sum + price, 0)
  const coupon = shop.coupons.find(({ code }) => code === cart.coupon)
  const discount = coupon === undefined ? 0 : discountOf(coupon, { subtotal, cart, shop })
  const goods = subtotal - discount
  const methods = shop.shipping.filter((method) => isOffered(method, { goods, cart, shop }))
  const method = methods.find(({ code }) => code === cart.shipping) ?? methods[0]
  const shipping = method?.price[cart.currency] ?? 0
  return { lines, subtotal, discount, shipping, total: goods + shipping, methods, method }
}

/** The coupon may be typed in any case; undefined when there is none, or the goods do not reach its minimum. */
export function usableCoupon(code: string, cart: Cart, shop: ShopSeed): CouponSeed | undefined {
  const typed = code.trim().toUpperCase()
  const coupon = shop.coupons.find((one) => one.code.toUpperCase() === typed)
  if (coupon === undefined) return undefined
  return priceCheckout({ ...cart, coupon: coupon.code }, shop).discount > 0 ? coupon : undefined
}

function priceLine(line: Checkout['lines'][number], currency: string, shop: ShopSeed): PricedLine {
  const product = shop.products.find(({ sku }) => sku === line.sku)
  const unitPrice = product?.price[currency] ?? 0
  const { id, sku, quantity } = line
  return { id, sku, title: product?.title ?? sku, quantity, unitPrice, price: unitPrice * quantity }
}

function discountOf(
  coupon: CouponSeed,
  { subtotal, cart, shop }: { subtotal: number; cart: Cart; shop: ShopSeed },
): number {
  const minimum = coupon.minimum === undefined ? 0 : amountIn(coupon.minimum, cart.currency, shop)
  if (minimum === undefined || subtotal < minimum) return 0
  const off =
    coupon.percent === undefined
      ? (amountIn(coupon.amount, cart.currency, shop) ?? 0)
      : Number((BigInt(subtotal) * BigInt(coupon.percent)) / 100n)
  return Math.min(off, subtotal)
}

function isOffered(
  method: ShippingSeed,
  { goods, cart, shop }: { goods: number; cart: Cart; shop: ShopSeed },
): boolean {
  if (method.price[cart.currency] === undefined) return false
  if (method.minimum === undefined) return true
  const minimum = amountIn(method.minimum, cart.currency, shop)
  return minimum !== undefined && goods >= minimum
}
