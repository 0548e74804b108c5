import { HOME, MARKETS, type Market } from '@craftgate-commerce/example-vendure-store/dist/zerdali'

/** Medusa finds the region of a cart by its country, so each market has its own. */
const PLACES: Readonly<Record<string, { readonly name: string; readonly country: string }>> = {
  turkiye: { name: 'Türkiye', country: 'tr' },
  'ikinci-magaza': { name: 'İkinci mağaza', country: 'az' },
  usd: { name: 'Amerika Birleşik Devletleri', country: 'us' },
  eur: { name: 'Almanya', country: 'de' },
  jpy: { name: 'Japonya', country: 'jp' },
  kwd: { name: 'Kuveyt', country: 'kw' },
}

export interface Place {
  readonly market: Market
  readonly name: string
  readonly country: string
  readonly currency: string
}

export const MARKET_PLACES: readonly Place[] = [HOME, ...MARKETS].map((market) => {
  const place = PLACES[market.code]
  if (!place) throw new Error(`No country for the market ${market.code}`)
  return { market, currency: market.currency.toLowerCase(), ...place }
})

/** A second market with the same currency needs prices of its own region. */
export const hasCurrencyToItself = ({ currency, market }: Place): boolean =>
  MARKET_PLACES.find((place) => place.currency === currency)?.market === market

/** Currencies of the shop. Prices include tax, unless a region says otherwise. */
export const CURRENCIES = MARKET_PLACES.filter(hasCurrencyToItself).map(({ currency }, index) => ({
  currency_code: currency,
  is_default: index === 0,
  is_tax_inclusive: true,
}))

/** Hundredths as the number that Medusa takes: 28990 is 289.9. Its digits are the decimal's, nothing is computed. */
export function decimal(hundredths: number): number {
  const digits = String(hundredths).padStart(3, '0')
  return Number(`${digits.slice(0, -2)}.${digits.slice(-2)}`)
}
