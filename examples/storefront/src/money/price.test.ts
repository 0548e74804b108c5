import { decimalOf, formatPrice, isZero } from './price'

const spaces = (text: string) => text.replace(/\s/g, ' ')

test.each([
  [0, 2, '0.00'],
  [5, 2, '0.05'],
  [124990, 2, '1249.90'],
  [-4990, 2, '-49.90'],
  [1250, 0, '1250'],
  [12345, 3, '12.345'],
  [9007199254740991, 2, '90071992547409.91'],
])('%i units with %i decimals are %s', (units, decimals, text) => {
  expect(decimalOf(units, decimals)).toBe(text)
})

test('a Turkish price has its comma, its points and its sign', () => {
  expect(formatPrice({ decimal: '1249.90', currency: 'TRY' }, 'tr')).toBe('₺1.249,90')
})

test('yen show no decimals and dinars show three', () => {
  expect(spaces(formatPrice({ decimal: '1250.00', currency: 'JPY' }, 'en'))).toBe('¥1,250')
  expect(spaces(formatPrice({ decimal: '2.30', currency: 'KWD' }, 'en'))).toBe('KWD 2.300')
})

test('an amount that no float can hold is printed digit by digit', () => {
  expect(formatPrice({ decimal: '90071992547409.93', currency: 'TRY' }, 'tr')).toBe('₺90.071.992.547.409,93')
})

test.each([
  ['0.00', true],
  ['-0.0', true],
  ['0.01', false],
])('%s is zero: %s', (decimal, zero) => {
  expect(isZero({ decimal, currency: 'TRY' })).toBe(zero)
})
