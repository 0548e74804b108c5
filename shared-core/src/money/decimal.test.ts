import fc from 'fast-check'
import { fromDecimal, toDecimal, toWireNumber } from './decimal'
import { exponentOf } from './iso-4217'
import { CURRENCIES, MAX_MINOR, money } from './money'

describe('exponentOf', () => {
  it('follows ISO 4217: yen has no decimals, three dinars have three, the rest two', () => {
    const others = CURRENCIES.filter((code) => exponentOf(code) !== 2)
    expect(others.map((code) => [code, exponentOf(code)])).toEqual([
      ['IQD', 3],
      ['KWD', 3],
      ['BHD', 3],
      ['JPY', 0],
    ])
  })
})

describe('fromDecimal', () => {
  it.each([
    ['129.90', 'TRY', 12_990],
    ['100.00000000', 'TRY', 10_000],
    ['100', 'TRY', 10_000],
    ['0.00000000', 'TRY', 0],
    ['0.07', 'TRY', 7],
    ['-0.07', 'TRY', -7],
    ['-0', 'TRY', 0],
    ['1.234', 'KWD', 1234],
    ['1500.00000000', 'JPY', 1500],
    ['007.50', 'TRY', 750],
    ['9999999999999.99', 'TRY', MAX_MINOR],
  ])('reads %s %s', (text, currency, minor) => {
    expect(fromDecimal(text, currency)).toEqual({ minor, currency })
  })

  it('reads a number by its decimal text', () => {
    expect(fromDecimal(JSON.parse('100.00000000'), 'TRY').minor).toBe(10_000)
    expect(fromDecimal(1.005, 'KWD').minor).toBe(1005) // 1.005 × 1000 is 1004.9999999999999 in floats
    expect(fromDecimal(8.2, 'TRY').minor).toBe(820)
  })

  it('refuses more decimals than the currency has', () => {
    expect(() => fromDecimal('1.005', 'TRY')).toThrow('decimal: "1.005" has more decimals than TRY has (2)')
    expect(() => fromDecimal('1.5', 'JPY')).toThrow('decimal: "1.5" has more decimals than JPY has (0)')
    expect(() => fromDecimal(0.1 + 0.2, 'TRY')).toThrow('more decimals than TRY has')
  })

  it.each([
    '',
    ' 1',
    '1 ',
    '1.',
    '.5',
    '+5',
    '1,50',
    '1e3',
    '1E-7',
    'NaN',
    'Infinity',
    '0x10',
    '1.2.3',
    '--1',
    '1_000',
  ])('refuses %p', (text) => {
    expect(() => fromDecimal(text, 'TRY')).toThrow('is not a plain decimal number; write it like 1234.50')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e-7, 1e21])('refuses the number %p', (number) => {
    expect(() => fromDecimal(number, 'TRY')).toThrow('is not a plain decimal number')
  })

  it('refuses an amount of more than 15 digits and an unknown currency', () => {
    expect(() => fromDecimal('10000000000000.00', 'TRY')).toThrow('more than 15 digits')
    expect(() => fromDecimal('1', 'XXX')).toThrow('currency: "XXX" is not charged by Craftgate')
  })

  it('does not repeat a long text in its message', () => {
    expect(() => fromDecimal('9'.repeat(5000), 'TRY')).toThrow(/^.{0,120}$/)
  })
})

describe('toDecimal', () => {
  it('writes all decimals of the currency', () => {
    expect(toDecimal(money(10_000, 'TRY'))).toBe('100.00')
    expect(toDecimal(money(-5, 'KWD'))).toBe('-0.005')
    expect(toDecimal(money(5, 'JPY'))).toBe('5')
    expect(toDecimal(money(0, 'BHD'))).toBe('0.000')
  })
})

describe('toWireNumber', () => {
  it('is the number that JSON carries', () => {
    expect(JSON.stringify(toWireNumber(money(12_990, 'TRY')))).toBe('129.9')
    expect(JSON.stringify(toWireNumber(money(MAX_MINOR, 'TRY')))).toBe('9999999999999.99')
    expect(JSON.stringify(toWireNumber(money(1, 'KWD')))).toBe('0.001')
  })

  it('refuses an amount that a double cannot carry', () => {
    expect(() => toWireNumber({ minor: MAX_MINOR + 1, currency: 'TRY' })).toThrow('more than 15 digits')
  })
})

describe('decimal round trips', () => {
  const amounts = fc
    .tuple(fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }), fc.constantFrom(...CURRENCIES))
    .map(([minor, currency]) => money(minor, currency))

  it('gives back every amount of every currency, as text, as JSON and with trailing zeros', () => {
    const property = fc.property(amounts, fc.nat(8), (amount, zeros) => {
      const text = toDecimal(amount)
      const padded = (text.includes('.') ? text : `${text}.0`) + '0'.repeat(zeros)
      expect(fromDecimal(text, amount.currency)).toEqual(amount)
      expect(fromDecimal(padded, amount.currency)).toEqual(amount)
      expect(fromDecimal(JSON.parse(JSON.stringify(toWireNumber(amount))), amount.currency)).toEqual(amount)
    })
    fc.assert(property, { numRuns: 10_000 })
  })
})
