import fc from 'fast-check'
import { proportion } from './arithmetic'
import { MAX_MINOR, money } from './money'

const share = (minor: number, numerator: number, denominator: number) =>
  proportion(money(minor, 'TRY'), numerator, denominator).minor

describe('proportion', () => {
  it('takes the same share of paidPrice as of price', () => {
    // price 100.00, paid 110.00 with interest; refunding 25.00 of price gives back 27.50
    expect(share(11_000, 2_500, 10_000)).toBe(2_750)
  })

  it('rounds half up', () => {
    expect([share(1, 1, 2), share(3, 1, 2), share(5, 1, 3), share(4, 1, 3)]).toEqual([1, 2, 2, 1])
    expect(share(-1, 1, 2)).toBe(-1)
  })

  it('gives all for the whole and nothing for nothing', () => {
    expect([share(999, 7, 7), share(999, 0, 7), share(0, 3, 7)]).toEqual([999, 0, 0])
  })

  it('names what is wrong', () => {
    expect(() => share(1, 1, 0)).toThrow('denominator: is zero')
    expect(() => share(1, 0.5, 1)).toThrow('numerator: 0.5 is not a whole number')
    expect(() => share(1, -1, 1)).toThrow('numerator: -1 is not a whole number of zero or more')
  })

  it('is never more than half a minor unit from the exact share', () => {
    const whole = fc.integer({ min: 0, max: MAX_MINOR })
    const property = fc.property(whole, whole, fc.integer({ min: 1, max: MAX_MINOR }), (minor, a, b) => {
      const [numerator, denominator] = [Math.min(a, b), b]
      const off =
        2n *
        (BigInt(share(minor, numerator, denominator)) * BigInt(denominator) -
          BigInt(minor) * BigInt(numerator))
      expect(off > -BigInt(denominator) && off <= BigInt(denominator)).toBe(true)
    })
    fc.assert(property, { numRuns: 10_000 })
  })
})
