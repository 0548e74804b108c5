import { decimalText, priceText, readDecimal } from './amount-text'

test.each([
  [12_300, 'TRY', '123.00', '₺123,00', '₺123.00'],
  [1_250, 'JPY', '1250', '¥1.250', '¥1,250'],
  [1_250, 'KWD', '1.250', 'KWD\u00A01,250', 'KWD\u00A01.250'],
  [123_456_789, 'TRY', '1234567.89', '₺1.234.567,89', '₺1,234,567.89'],
  [5, 'USD', '0.05', '$0,05', '$0.05'],
])('%i of %s is %s', (minor, currency, decimal, tr, en) => {
  expect(decimalText(minor, currency)).toBe(decimal)
  expect(readDecimal(decimal, currency)).toBe(minor)
  expect(priceText(minor, currency, 'tr')).toBe(tr)
  expect(priceText(minor, currency, 'en')).toBe(en)
})

test('an amount that is not exact is none', () => {
  for (const text of ['', '1.234', '1,5,0', 'abc', '1e3']) expect(readDecimal(text, 'TRY')).toBeUndefined()
})
