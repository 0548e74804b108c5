import * as fc from 'fast-check'
import { fromVendure, toVendure, wholeFromVendure } from './vendure-money'

test.each([
  ['TRY', 12_990, 2, 12_990],
  ['JPY', 125_000, 2, 1_250],
  ['JPY', 1_250, 0, 1_250],
  ['KWD', 1_234, 2, 12_340],
  ['KWD', 12_345, 3, 12_345],
  ['TRY', 129_900, 3, 12_990],
])('%s %d stored with %d decimals is %d minor units', (currency, stored, precision, minor) => {
  expect(fromVendure(stored, currency, { precision })).toEqual({ minor, currency })
  expect(
    toVendure({ minor, currency: fromVendure(stored, currency, { precision }).currency }, { precision }),
  ).toBe(stored)
})

test('a tenth of a kuruş is refused when Vendure keeps three decimals', () => {
  expect(() => fromVendure(129_901, 'TRY', { precision: 3 })).toThrow(
    /129901 \(3 decimals\) is no whole amount in TRY/,
  )
})

test('fils that two decimals cannot hold are refused, not rounded', () => {
  expect(toVendure({ minor: 12_345, currency: 'KWD' }, { precision: 2 })).toBeUndefined()
})

test('parts are rounded towards zero', () => {
  expect(wholeFromVendure(1_299, 'JPY', { precision: 2 })).toBe(12)
})

test('what can be expressed comes back unchanged', () => {
  const cases = fc.tuple(fc.nat(999_999_999), fc.constantFrom('TRY', 'JPY', 'KWD'), fc.constantFrom(0, 2, 3))
  fc.assert(
    fc.property(cases, ([minor, code, precision]) => {
      const { currency } = fromVendure(0, code, { precision })
      const stored = toVendure({ minor, currency }, { precision })
      if (stored !== undefined) expect(fromVendure(stored, code, { precision }).minor).toBe(minor)
    }),
  )
})
