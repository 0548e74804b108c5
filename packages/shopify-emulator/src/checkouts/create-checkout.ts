import type { Checkout, Customer } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { groupId, shortId } from '../context/ids'
import { knownSeed } from '../context/shops'
import type { ShopSeed } from '../options/shop-seed'
import { priceCheckout, usableCoupon } from './price-checkout'

export interface CheckoutInput {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
  readonly currency?: string
  readonly coupon?: string
  readonly shipping?: string
  readonly kind?: 'sale' | 'authorization'
  readonly customer?: Partial<Omit<Customer, 'address'>> & { readonly address?: Partial<Customer['address']> }
  readonly locale?: string
}

/** A checkout, or a sentence about what the shop does not have. */
export function createCheckout(ctx: EmulatorContext, shop: string, input: CheckoutInput): Checkout | string {
  const seed = knownSeed(ctx, shop)
  const checkout = build(ctx, seed, input)
  const wrong = missing(checkout, seed, input)
  if (wrong !== undefined) return wrong
  if (input.coupon !== undefined) checkout.coupon = usableCoupon(input.coupon, checkout, seed)?.code
  if (input.coupon !== undefined && checkout.coupon === undefined)
    return `Coupon ${input.coupon} is not usable`
  const { method } = priceCheckout(checkout, seed)
  if (input.shipping !== undefined && method?.code !== input.shipping) {
    return `Shipping ${input.shipping} is not offered`
  }
  ctx.state.checkouts.push(checkout)
  ctx.changed()
  return checkout
}

/** Nothing of a customer that was not named is invented: a checkout without an email has none. */
function build(ctx: EmulatorContext, seed: ShopSeed, input: CheckoutInput): Checkout {
  const { customer } = input
  const address = { ...defaultCustomer.address, ...customer?.address }
  return {
    id: shortId(),
    shop: seed.domain,
    currency: input.currency ?? seed.currency,
    locale: (input.locale ?? seed.locale).toLowerCase().startsWith('en') ? 'en' : 'tr',
    lines: input.lines.map((line) => ({ id: shortId(), ...line })),
    shipping: input.shipping,
    kind: input.kind,
    customer: customer === undefined ? defaultCustomer : { ...customer, address },
    ...{ group: groupId(), sessionId: groupId(), createdAt: ctx.clock.now() },
  }
}

function missing({ currency }: Checkout, seed: ShopSeed, { lines }: CheckoutInput): string | undefined {
  for (const { sku } of lines) {
    const product = seed.products.find((one) => one.sku === sku)
    if (!product) return `There is no product ${sku}`
    if (product.price[currency] === undefined) return `${sku} is not sold in ${currency}`
  }
  return undefined
}

/** Nobody; her mail address can never exist (RFC 2606). */
export const defaultCustomer: Customer = {
  email: 'ayse.yilmaz@example.com',
  phone: '+905555555555',
  address: {
    given_name: 'Ayşe',
    family_name: 'Yılmaz',
    line1: 'Kayısı Sokak 12',
    line2: 'Daire 3',
    city: 'İstanbul',
    postal_code: '34000',
    province: 'İstanbul',
    province_code: 'TR-34',
    country_code: 'TR',
    phone_number: '+905555555555',
    company: '',
  },
}
