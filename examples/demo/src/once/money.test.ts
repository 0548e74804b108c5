import { decimalOf, lira, unitsOf } from './money'

test.each([
  [0, '0,00 TL'],
  [5, '0,05 TL'],
  [164990, '1.649,90 TL'],
  [123456789, '1.234.567,89 TL'],
])('%i is %s', (units, text) => {
  expect(lira(units)).toBe(text)
})

test.each([
  ['906.19', 90619],
  ['906.2', 90620],
  ['906', 90600],
  ['906.1900', 90619],
  ['0.05', 5],
  ['', 0],
])('%s lira are %i kuruş', (decimal, units) => {
  expect(unitsOf(decimal)).toBe(units)
})

test.each(['906.191', '-1', '1e3', 'x'])('%s lira are not whole kuruş', (decimal) => {
  expect(() => unitsOf(decimal)).toThrow('whole kuruş')
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [124990, '1249.90'],
])('%i kuruş are %s lira', (units, decimal) => {
  expect(decimalOf(units)).toBe(decimal)
})
