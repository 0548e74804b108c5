import { moneyText } from './money-text'

test.each([
  ['1249.90', 'TRY', 'tr', '₺1.249,90'],
  ['1249.90', 'TRY', 'en', '₺1,249.90'],
  ['0.05', 'TRY', 'tr', '₺0,05'],
  ['90071992547409.93', 'TRY', 'tr', '₺90.071.992.547.409,93'],
  ['1250', 'JPY', 'en', '¥1,250'],
  ['1.250', 'KWD', 'en', 'KWD 1.250'],
] as const)('%s %s in %s is %s, and no digit is rounded', (amount, currency, lang, text) => {
  expect(moneyText(amount, currency, lang).replace(/\u00a0/g, ' ')).toBe(text)
})
