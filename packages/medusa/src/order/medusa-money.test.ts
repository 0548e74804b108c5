import { MedusaError } from '@medusajs/framework/utils'
import { minorOf, moneyOf } from './medusa-money'

test.each([
  [659.37, 'try', 65_937],
  ['1249.90', 'try', 124_990],
  [{ value: '10.5', precision: 20 }, 'try', 1050],
  [1250, 'jpy', 1250],
  [1.255, 'kwd', 1255],
  [0.1 + 0.2, 'try', 30],
])('%j %s is %d minor units', (amount, currency, minor) => {
  expect(moneyOf(amount, currency)).toEqual({ minor, currency: currency.toUpperCase() })
})

test.each([
  ['100.005', 'try', 10_001],
  ['100.0049999', 'try', 10_000],
  ['12.5', 'jpy', 13],
])('a fraction of the smallest unit is rounded half up: %s %s', (amount, currency, minor) => {
  expect(moneyOf(amount, currency).minor).toBe(minor)
})

test('a currency that Craftgate does not charge is refused by its name', () => {
  expect(() => moneyOf(10, 'sek')).toThrow(MedusaError)
  expect(() => moneyOf(10, 'sek')).toThrow('SEK')
})

test('what is not there is nothing', () => {
  expect(minorOf(undefined, 'try')).toBe(0)
  expect(minorOf(null, 'try')).toBe(0)
})
