import { decimalText } from './texts'

test('money is written as each language writes it, whatever the currency and its digits', () => {
  expect(decimalText('1234.56', 'TRY', 'tr')).toBe('1.234,56 TL')
  expect(decimalText('-8.25', 'TRY', 'tr')).toBe('-8,25 TL')
  expect(decimalText('0.00', 'TRY', 'tr')).toBe('0,00 TL')
  expect(decimalText('1234.56', 'USD', 'tr')).toBe('1.234,56 USD')
  expect(decimalText('1250', 'JPY', 'tr')).toBe('1.250 JPY')
  expect(decimalText('1.250', 'KWD', 'tr')).toBe('1,250 KWD')
  expect(decimalText('1234.56', 'TRY', 'en')).toBe('₺1,234.56')
  expect(decimalText('9007199254740993.01', 'TRY', 'tr')).toBe('9.007.199.254.740.993,01 TL')
  expect(decimalText('unknown', 'TRY', 'tr')).toBe('unknown TRY')
})
