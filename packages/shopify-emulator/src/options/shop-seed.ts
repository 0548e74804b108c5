import { isCurrency } from '../money/amount-text'

/** Minor units per currency: `{ TRY: 12500, JPY: 800 }`. */
export type Prices = Readonly<Record<string, number>>

export interface ProductSeed {
  readonly sku: string
  readonly title: string
  readonly price: Prices
  /** Text of an SVG picture. */
  readonly image?: string
}

export interface ShippingSeed {
  readonly code: string
  readonly title: string
  readonly price: Prices
  /** Goods must cost at least this much (after the coupon); a plain number counts in the shop's own currency only. */
  readonly minimum?: number | Prices
}

export interface CouponSeed {
  readonly code: string
  /** Whole percents of the goods. */
  readonly percent?: number
  /** Or an amount off the goods; a plain number counts in the shop's own currency only. */
  readonly amount?: number | Prices
  readonly minimum?: number | Prices
}

export interface ShopSeed {
  /** "zerdali.myshopify.com"; also the first part of every path of this shop. */
  readonly domain: string
  readonly name: string
  /** The shop's own currency. */
  readonly currency: string
  /** The merchant's language, "tr" or "en". */
  readonly locale: string
  readonly products: readonly ProductSeed[]
  readonly shipping: readonly ShippingSeed[]
  readonly coupons: readonly CouponSeed[]
  /** "yes": the merchant granted the app before, so that OAuth redirects at once. Default "no": there is a button to press. */
  readonly installed?: 'yes' | 'no'
}

/** The amount that a seed names for this currency; a plain number is in the shop's own currency. */
export function amountIn(
  amount: number | Prices | undefined,
  currency: string,
  shop: ShopSeed,
): number | undefined {
  if (typeof amount !== 'number') return amount?.[currency]
  return currency === shop.currency ? amount : undefined
}

/** In which every product has a price; the shop's own first. */
export function currenciesOf(seed: ShopSeed): readonly string[] {
  const named = new Set([seed.currency, ...seed.products.flatMap(({ price }) => Object.keys(price))])
  return [...named].filter(
    (currency) => isCurrency(currency) && seed.products.every(({ price }) => price[currency] !== undefined),
  )
}
