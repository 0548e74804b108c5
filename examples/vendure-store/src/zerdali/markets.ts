import { inKurus, toStep } from './price'

export type Currency = 'TRY' | 'USD' | 'EUR' | 'JPY' | 'KWD'

export interface Priced {
  /** Decimal lira with VAT, as the catalogue says it. */
  readonly price: string
  readonly vat: number
}

/** Where Zerdali sells beside its first shop. */
export interface Market {
  readonly code: string
  readonly currency: Currency
  /** In Turkey: Turkish VAT and Turkish delivery. */
  readonly home: boolean
  readonly pricesIncludeTax: boolean
  /** Hundredths in every currency: 1,250 yen are 125000. */
  price(goods: Priced): number
}

/** The first shop: lira, with VAT. */
export const HOME: Market = {
  code: 'turkiye',
  currency: 'TRY',
  home: true,
  pricesIncludeTax: true,
  price: ({ price }) => inKurus(price),
}

/** Sold abroad: one hundredth of `step` is the smallest coin that prices end with. */
const abroad = (currency: Currency, liraForOne: number, step: number): Market => ({
  code: currency.toLowerCase(),
  currency,
  home: false,
  pricesIncludeTax: true,
  price: ({ price }) => toStep(inKurus(price) / liraForOne, step),
})

/** The others: a second Turkish shop with prices before VAT, and one for each foreign currency. */
export const MARKETS: readonly Market[] = [
  {
    code: 'ikinci-magaza',
    currency: 'TRY',
    home: true,
    pricesIncludeTax: false,
    price: ({ price, vat }) => toStep((inKurus(price) * 90) / (100 + vat), 10),
  },
  abroad('USD', 42, 50),
  abroad('EUR', 48, 50),
  abroad('JPY', 0.28, 1000),
  abroad('KWD', 136, 5),
]
