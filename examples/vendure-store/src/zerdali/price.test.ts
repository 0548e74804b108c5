import { PRODUCTS } from './catalogue'
import { inKurus, toStep } from './price'

test.each([
  ['289.90', 28990],
  ['1389.00', 138900],
  ['0.05', 5],
])('%s lira are %i kuruş', (decimal, kurus) => {
  expect(inKurus(decimal)).toBe(kurus)
})

test.each(['289.9', '289', '1.389,00', ''])("'%s' is no price of this catalogue", (text) => {
  expect(() => inKurus(text)).toThrow('is not a price with two decimals')
})

test('a price abroad ends with the coin of the channel and is never nothing', () => {
  expect(toStep(1178.21, 1000)).toBe(1000)
  expect(toStep(1678.5, 50)).toBe(1700)
  expect(toStep(1, 50)).toBe(50)
})

test('every variant of the catalogue names one option of each group, and no SKU twice', () => {
  const variants = PRODUCTS.flatMap((product) => product.variants.map((variant) => ({ product, variant })))
  for (const { product, variant } of variants) {
    expect(variant.options.map((option, group) => product.groups[group]?.options[option])).not.toContain(
      undefined,
    )
    expect(variant.options).toHaveLength(product.groups.length)
  }
  expect(new Set(variants.map(({ variant }) => variant.sku)).size).toBe(variants.length)
})
