import {
  COUPONS,
  DELIVERIES,
  drawing,
  HOME,
  MARKETS,
  type Market,
  PRODUCTS,
  type SeedCoupon,
  type SeedProduct,
  type SeedVariant,
} from '@craftgate-commerce/example-vendure-store/dist/zerdali/index.js'
import type {
  CouponSeed,
  Prices,
  ProductSeed,
  ShippingSeed,
  ShopSeed,
} from '@craftgate-commerce/shopify-emulator'

/** What the catalogue counts in hundredths, in minor units of the currency. */
const MINOR: Readonly<Record<string, (hundredths: number) => number>> = {
  JPY: (hundredths) => hundredths / 100,
  KWD: (hundredths) => hundredths * 10,
}

const inMinor = (currency: string, hundredths: number): number => MINOR[currency]?.(hundredths) ?? hundredths

const ABROAD = MARKETS.filter(({ home }) => !home)
const SECOND = MARKETS.find(({ home }) => home) ?? HOME

function titleOf(product: SeedProduct, variant: SeedVariant): string {
  const options = variant.options.map((choice, group) => product.groups[group]?.options[choice]?.tr)
  return [product.name.tr, ...options].filter(Boolean).join(', ')
}

/** With VAT, whatever the market writes on its shelves. */
function pricesIn(markets: readonly Market[], product: SeedProduct, variant: SeedVariant): Prices {
  const priced = { price: variant.price, vat: product.vat }
  const entries = markets.map((market) => {
    const shelf = market.price(priced)
    const whole = market.pricesIncludeTax ? shelf : shelf + Math.round((shelf * product.vat) / 100)
    return [market.currency, inMinor(market.currency, whole)] as const
  })
  return Object.fromEntries(entries)
}

const productsIn = (markets: readonly Market[]): ProductSeed[] =>
  PRODUCTS.flatMap((product) =>
    product.variants.map((variant) => ({
      sku: variant.sku,
      title: titleOf(product, variant),
      price: pricesIn(markets, product, variant),
      image: drawing(product.picture),
    })),
  )

const SHIPPING: readonly ShippingSeed[] = DELIVERIES.map(({ code, name, currency, rate, orderMinimum }) => ({
  code,
  title: name.tr,
  price: { [currency]: inMinor(currency, rate) },
  minimum: orderMinimum,
}))

const couponOf = ({ code, discount }: SeedCoupon): CouponSeed =>
  'percent' in discount
    ? { code, percent: discount.percent }
    : { code, amount: discount.kurus, minimum: discount.fromKurus }

const shared = { currency: 'TRY', locale: 'tr', shipping: SHIPPING, coupons: COUPONS.map(couponOf) }

/** The shop of the examples, and a second one of another merchant: neither may ever see the other. */
export const ZERDALI: ShopSeed = {
  ...shared,
  domain: 'zerdali.myshopify.com',
  name: 'Zerdali',
  products: productsIn([HOME, ...ABROAD]),
}

export const SECOND_SHOP: ShopSeed = {
  ...shared,
  domain: 'ikinci-magaza.myshopify.com',
  name: 'İkinci Mağaza',
  products: productsIn([SECOND]),
}
