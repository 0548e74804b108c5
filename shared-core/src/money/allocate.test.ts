import fc from 'fast-check'
import { allocate } from './allocate'
import { MAX_MINOR, money } from './money'

const minors = (total: number, weights: (number | bigint)[]) =>
  allocate(money(total, 'TRY'), weights).map((share) => share.minor)

describe('allocate', () => {
  it('gives the units left over to the greatest remainders', () => {
    // 100 × 1/6, 2/6, 3/6 = 16.67, 33.33, 50
    expect(minors(100, [1, 2, 3])).toEqual([17, 33, 50])
  })

  it('prefers the greater remainder to the greater weight', () => {
    // 9 × 7/10, 3/10 = 6.3, 2.7
    expect(minors(9, [7, 3])).toEqual([6, 3])
  })

  it('gives the earlier one the unit when two remainders are equal', () => {
    expect(minors(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(minors(2, [1, 1, 1])).toEqual([1, 1, 0])
  })

  it('gives a zero weight nothing', () => {
    expect(minors(5, [0, 3, 0, 3])).toEqual([0, 3, 0, 2])
  })

  it('shares a negative total like the positive one', () => {
    expect(minors(-100, [1, 2, 3])).toEqual([-17, -33, -50])
  })

  it('shares nothing into zeros, even without a weight above zero', () => {
    expect(minors(0, [0, 0])).toEqual([0, 0])
    expect(minors(0, [])).toEqual([])
  })

  it('stays exact where doubles would not', () => {
    expect(minors(MAX_MINOR, [MAX_MINOR, 10n ** 40n])).toEqual([0, MAX_MINOR])
  })

  it('refuses money without a weight above zero', () => {
    expect(() => minors(1, [0, 0])).toThrow('weights: there is money to share but no weight above zero')
  })

  it('names the weight that is negative or not whole', () => {
    expect(() => minors(1, [1, -1])).toThrow('weights[1]: -1 is negative')
    expect(() => minors(1, [0.5])).toThrow('weights[0]: 0.5 is not a whole number')
  })

  const amounts = fc.integer({ min: 0, max: MAX_MINOR })
  const weights = fc
    .array(fc.oneof(fc.nat(5), fc.maxSafeNat()), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((weight) => weight > 0))

  it('shares any amount exactly, each share within one minor unit of its exact size', () => {
    const property = fc.property(amounts, weights, (total, all) => {
      const shares = minors(total, all)
      const whole = all.reduce((sum, weight) => sum + BigInt(weight), 0n)
      expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(total))
      shares.forEach((share, index) => {
        const weight = BigInt(all[index] ?? 0)
        const off = BigInt(share) * whole - BigInt(total) * weight
        expect(off > -whole && off < whole).toBe(true)
        if (weight === 0n) expect(share).toBe(0)
      })
    })
    fc.assert(property, { numRuns: 10_000 })
  })

  it('never gives a unit to one remainder while a better one goes without', () => {
    const property = fc.property(amounts, weights, (total, all) => {
      const whole = all.reduce((sum, weight) => sum + BigInt(weight), 0n)
      const ranked = minors(total, all)
        .map((share, index) => ({
          share: BigInt(share),
          index,
          exact: BigInt(total) * BigInt(all[index] ?? 0),
        }))
        .sort((a, b) => Number((b.exact % whole) - (a.exact % whole)) || a.index - b.index)
      const gotOne = ranked.map(({ share, exact }) => share > exact / whole)
      expect(gotOne.lastIndexOf(true)).toBeLessThan(gotOne.indexOf(false))
    })
    fc.assert(property, { numRuns: 10_000 })
  })
})
