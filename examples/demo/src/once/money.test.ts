import { lira, unitsOf } from './money'

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
])('%s is %i in units of the shop', (decimal, units) => {
  expect(unitsOf(decimal)).toBe(units)
})
