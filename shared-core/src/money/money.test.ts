import { CURRENCIES, InvalidMoneyError, isCurrency, MAX_MINOR, money } from './money'

describe('money', () => {
  it('is a plain object of minor units and a currency', () => {
    expect(money(12_990, 'TRY')).toEqual({ minor: 12_990, currency: 'TRY' })
    expect(money(-5, 'KWD')).toEqual({ minor: -5, currency: 'KWD' })
  })

  it('knows no negative zero', () => {
    expect(Object.is(money(-0, 'TRY').minor, 0)).toBe(true)
  })

  it.each([10.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %p minor units and says what to use instead',
    (minor) => {
      expect(() => money(minor, 'TRY')).toThrow(
        `minor: ${minor} is not a whole number of minor units; use fromDecimal for decimals`,
      )
    },
  )

  it('refuses more than 15 digits', () => {
    expect(money(MAX_MINOR, 'JPY').minor).toBe(999_999_999_999_999)
    expect(() => money(MAX_MINOR + 1, 'JPY')).toThrow('minor: 1000000000000000 has more than 15 digits')
    expect(() => money(-MAX_MINOR - 1, 'JPY')).toThrow('more than 15 digits')
  })

  it('refuses a currency that Craftgate does not charge, and lists those it does', () => {
    expect(() => money(1, 'CHF')).toThrow('currency: "CHF" is not charged by Craftgate; use TRY, USD, EUR')
    expect(() => money(1, 'try')).toThrow(InvalidMoneyError)
  })

  it('throws an error that other copies of the package recognise', () => {
    const error = new InvalidMoneyError('minor', 'is wrong')
    expect(InvalidMoneyError.is(error)).toBe(true)
    expect(InvalidMoneyError.is(new Error('minor: is wrong'))).toBe(false)
  })
})

describe('isCurrency', () => {
  it('knows the nineteen currencies of Craftgate and nothing else', () => {
    expect(CURRENCIES).toHaveLength(19)
    expect(CURRENCIES.every(isCurrency)).toBe(true)
    expect([isCurrency('CHF'), isCurrency('TL'), isCurrency(undefined)]).toEqual([false, false, false])
  })
})
