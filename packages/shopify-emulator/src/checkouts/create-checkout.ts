import type { ShopSeed } from '../options/shop-seed'
import { groupId, shortId } from '../sessions/session-id'
import { knownSeed, type World } from '../world'
import type { Checkout, Customer } from './checkout'
import { defaultCustomer } from './default-customer'
import { priceCheckout, usableCoupon } from './price-checkout'

export interface CheckoutWish {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
  readonly currency?: string
  readonly coupon?: string
  readonly shipping?: string
  readonly kind?: 'sale' | 'authorization'
  readonly customer?: Partial<Omit<Customer, 'address'>> & { readonly address?: Partial<Customer['address']> }
  readonly locale?: string
}

/** A checkout, or a sentence about what the shop does not have. */
export function createCheckout(world: World, shop: string, wish: CheckoutWish): Checkout | string {
  const seed = knownSeed(world, shop)
  const checkout = build(world, seed, wish)
  const wrong = missing(checkout, seed, wish)
  if (wrong !== undefined) return wrong
  if (wish.coupon !== undefined) checkout.coupon = usableCoupon(wish.coupon, checkout, seed)?.code
  if (wish.coupon !== undefined && checkout.coupon === undefined) return `Coupon ${wish.coupon} is not usable`
  const { method } = priceCheckout(checkout, seed)
  if (wish.shipping !== undefined && method?.code !== wish.shipping) {
    return `Shipping ${wish.shipping} is not offered`
  }
  world.state.checkouts.push(checkout)
  world.changed()
  return checkout
}

/** Nothing of a customer that was not named is invented: a checkout without an email has none. */
function build(world: World, seed: ShopSeed, wish: CheckoutWish): Checkout {
  const { customer } = wish
  const address = { ...defaultCustomer.address, ...customer?.address }
  return {
    id: shortId(),
    shop: seed.domain,
    currency: wish.currency ?? seed.currency,
    locale: (wish.locale ?? seed.locale).toLowerCase().startsWith('en') ? 'en' : 'tr',
    lines: wish.lines.map((line) => ({ id: shortId(), ...line })),
    shipping: wish.shipping,
    kind: wish.kind,
    customer: customer === undefined ? defaultCustomer : { ...customer, address },
    ...{ group: groupId(), sessionId: groupId(), createdAt: world.clock.now() },
  }
}

function missing({ currency }: Checkout, seed: ShopSeed, { lines }: CheckoutWish): string | undefined {
  for (const { sku } of lines) {
    const product = seed.products.find((one) => one.sku === sku)
    if (!product) return `There is no product ${sku}`
    if (product.price[currency] === undefined) return `${sku} is not sold in ${currency}`
  }
  return undefined
}
