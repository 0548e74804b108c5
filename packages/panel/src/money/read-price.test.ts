import { fromDecimal } from '@craftgate-commerce/core'
import { typedAmount } from '../ui/texts'
import { readPrice } from './read-price'

test.each([
  ['750', 75_000],
  ['750,5', 75_050],
  ['750.50', 75_050],
  ['1.250,50', 125_050],
  ['1,250.50', 125_050],
  ['1.250', 125_000],
  ['1.250.000', 125_000_000],
  ['1 250', 125_000],
  ['0,01', 1],
])('%s is written as people write money', (typed, minor) => {
  expect(readPrice(typed, 'TRY')).toEqual({ minor, currency: 'TRY' })
})

test.each(['', '0', '0,00', '-5', 'x', '1,2345', '5 TL', '1e3', '9'.repeat(20)])(
  '%s is no price',
  (typed) => {
    expect(readPrice(typed, 'TRY')).toBeUndefined()
  },
)

test('a currency has the decimals that it has', () => {
  expect(readPrice('1500', 'JPY')).toEqual({ minor: 1_500, currency: 'JPY' })
  expect(readPrice('15,5', 'JPY')).toBeUndefined()
})

test.each(['1,250', '1.250', '12,250', '1250,500', '0,005', '1.250,500'])(
  'three decimals are decimals, as our forms write them: %s KWD is what it was when the form was sent untouched',
  (typed) => {
    const price = readPrice(typed, 'KWD')
    const digits = typed.replace(/[.,](?=.*[.,])/, '').replace(',', '.')
    expect(price).toEqual(fromDecimal(digits, 'KWD'))
    for (const lang of ['tr', 'en'] as const)
      expect(price && readPrice(typedAmount(price, lang), 'KWD')).toEqual(price)
  },
)
