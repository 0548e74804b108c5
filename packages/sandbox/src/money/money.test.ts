import fc from 'fast-check'
import { exponentOf, toMinor, toNumber, toText } from './minor'
import { rateBetween, rateOf, share } from './share'

it.each([
  ['TRY', 1249.9, 124990],
  ['TRY', 0.1, 10],
  ['TRY', 100, 10000],
  ['JPY', 1250, 1250],
  ['KWD', 1.234, 1234],
])('reads %s %d as %d minor units, and writes it back', (currency, decimal, minor) => {
  expect(toMinor(decimal, exponentOf(currency))).toBe(minor)
  expect(toNumber(minor, currency)).toBe(decimal)
})

it.each([
  [0.30000000000000004, 2],
  [1.005, 2],
  [1.5, 0],
  [1e21, 2],
  [1e-7, 2],
  [Number.NaN, 2],
])('does not read %d with %d decimals', (decimal, exponent) => {
  expect(toMinor(decimal, exponent)).toBeUndefined()
})

it('survives JSON for every amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000_000 }),
      fc.constantFrom('TRY', 'JPY', 'KWD'),
      (minor, currency) => {
        const wire: unknown = JSON.parse(JSON.stringify(toNumber(minor, currency)))
        expect(toMinor(Number(wire), exponentOf(currency))).toBe(minor)
      },
    ),
  )
})

it('writes minor units as decimal text', () => {
  expect([toText(5, 2), toText(124990, 2), toText(7, 0), toText(-1, 3)]).toEqual([
    '0.05',
    '1249.90',
    '7',
    '-0.001',
  ])
})

it('shares exactly, to the largest remainders, the earlier first', () => {
  expect(share(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(share(10, [5, 3, 2])).toEqual([5, 3, 2])
  expect(share(5, [0, 0])).toEqual([0, 0])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1 }),
      (total, weights) => {
        const parts = share(total, weights)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        const sum = weights.reduce((a, b) => a + b, 0)
        parts.forEach((part, index) => {
          const exact = (total * (weights[index] ?? 0)) / sum
          expect(Math.abs(part - exact)).toBeLessThanOrEqual(1)
        })
      },
    ),
  )
})

it('takes rates in ten-thousandths of a percent, rounded half up', () => {
  expect([rateOf(10000, 37500), rateOf(1, 500000), rateOf(1, 499999)]).toEqual([375, 1, 0])
  expect([rateBetween(375, 10000), rateBetween(-100, 10000), rateBetween(1, 0)]).toEqual([37500, -10000, 0])
})
