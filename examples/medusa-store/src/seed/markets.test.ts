import { PRODUCTS } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import { CURRENCIES, decimal, hasCurrencyToItself, MARKET_PLACES } from './markets'

test.each([
  [0, 0],
  [5, 0.05],
  [28990, 289.9],
  [125000, 1250],
])('%i hundredths are %d', (hundredths, amount) => {
  expect(decimal(hundredths)).toBe(amount)
})

test('no country is in two markets, because Medusa finds the market by it', () => {
  const countries = MARKET_PLACES.map(({ country }) => country)
  expect(new Set(countries).size).toBe(countries.length)
})

test('of two markets in lira the first has the prices of the currency, the other those of its region', () => {
  const lira = MARKET_PLACES.filter(({ currency }) => currency === 'try')
  expect(lira.map(hasCurrencyToItself)).toEqual([true, false])
  expect(CURRENCIES.map(({ currency_code }) => currency_code)).toEqual(['try', 'usd', 'eur', 'jpy', 'kwd'])
})

test('the first shop asks the price that the catalogue names', () => {
  const [turkey] = MARKET_PLACES
  for (const { vat, variants } of PRODUCTS)
    for (const { price } of variants)
      expect(turkey?.market.price({ price, vat })).toBe(Number(price.replace('.', '')))
})
