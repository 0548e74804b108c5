import * as fc from 'fast-check'
import {
  chargedFor,
  fromVendure,
  partFromVendure,
  partToVendure,
  roundingOf,
  toVendure,
  wholeFromVendure,
} from './vendure-money'

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

test('a tenth of a kuruş is refused when Vendure keeps three decimals, in the words of the merchant', () => {
  const refused = expect.objectContaining({
    sentence: {
      tr: '129,901 TL tam kuruş değil; en çok 2 ondalık basamakla yazın.',
      en: 'TRY 129.901 is no whole number of kuruş; name it with at most 2 decimals.',
    },
  })
  expect(caught(() => fromVendure(129_901, 'TRY', { precision: 3 }))).toEqual(refused)
})

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test.each([
  ['JPY', 121_249, 2, 1_212, -49],
  ['JPY', 121_250, 2, 1_213, 50],
  ['JPY', 121_300, 2, 1_213, 0],
  ['TRY', 129_904, 3, 12_990, -4],
  ['TRY', 129_905, 3, 12_991, 5],
  ['KWD', 1_234, 2, 12_340, 0],
])(
  '%s %d with %d decimals is charged as %d, %d more than it is',
  (currency, stored, precision, charged, more) => {
    expect(chargedFor(stored, currency, { precision }).minor).toBe(charged)
    expect(roundingOf(stored, currency, { precision })).toBe(more)
  },
)

test('all that is left of a payment is moved as it was charged; a part must be exact', () => {
  const [scale, currency, whole] = [{ precision: 2 }, 'JPY', 121_250]
  expect(partFromVendure({ amount: whole, whole, currency }, scale).minor).toBe(1_213)
  expect(partFromVendure({ amount: 100_000, whole, currency }, scale).minor).toBe(1_000)
  expect(partFromVendure({ amount: 21_250, whole: 21_250, currency }, scale).minor).toBe(213)
  expect(() => partFromVendure({ amount: 21_250, whole, currency }, scale)).toThrow(/no whole number of yen/)
  expect(partToVendure(chargedFor(whole, currency, scale), whole, scale)).toBe(whole)
  expect(partToVendure(chargedFor(100_000, currency, scale), whole, scale)).toBe(100_000)
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
