import { type MedusaProduct, type MedusaVariant, nameOf, pictureOf, toCard, toProduct } from './catalogue'

const price = (amount: number, withTax?: number): MedusaVariant['calculated_price'] => ({
  currency_code: 'try',
  calculated_amount: amount,
  calculated_amount_with_tax: withTax,
  is_calculated_price_tax_inclusive: withTax === undefined,
})

const variant = (change: Partial<MedusaVariant> = {}): MedusaVariant => ({
  id: 'variant_1',
  title: 'Deniz mavisi',
  sku: 'SRM-KUP-DNZ',
  options: [{ id: 'optval_1' }],
  manage_inventory: true,
  allow_backorder: false,
  inventory_quantity: 12,
  calculated_price: price(329.9),
  ...change,
})

const product = (variants: readonly MedusaVariant[]): MedusaProduct => ({
  handle: 'koy-kupasi',
  title: 'Köy Kupası',
  description: 'Çarkta dönmüş.',
  thumbnail: 'http://127.0.0.1:9000/static/koy-kupasi.svg',
  categories: [{ id: 'pcat_1', name: 'Seramik', handle: 'seramik' }],
  options: [
    {
      id: 'opt_1',
      title: 'Renk',
      values: [
        { id: 'optval_1', value: 'Deniz mavisi' },
        { id: 'optval_2', value: 'Kum' },
      ],
    },
    { id: 'opt_2', title: 'Boy', values: [{ id: 'optval_3', value: 'Standart' }] },
  ],
  variants,
})

test('a card shows the least price, exactly as the shop tells it', () => {
  const variants = [variant(), variant({ calculated_price: price(319.05) })]
  expect(toCard(product(variants))).toMatchObject({
    slug: 'koy-kupasi',
    price: { decimal: '319.05', currency: 'TRY' },
    isFrom: true,
    inStock: true,
    picture: '/assets/koy-kupasi.svg',
  })
})

test('variants of one price have no "from"', () => {
  expect(toCard(product([variant(), variant()]))).toMatchObject({ isFrom: false })
})

test('a product without variants has no card', () => {
  expect(toCard(product([]))).toBeUndefined()
})

test('a price before tax is shown with it', () => {
  const [shown] = toProduct(product([variant({ calculated_price: price(100, 120) })])).variants
  expect(shown?.price).toEqual({ decimal: '120', currency: 'TRY' })
})

test.each([
  ['in', { inventory_quantity: 12 }],
  ['low', { inventory_quantity: 2 }],
  ['out', { inventory_quantity: 0 }],
  ['in', { inventory_quantity: 0, allow_backorder: true }],
  ['in', { inventory_quantity: undefined, manage_inventory: false }],
] as const)('%s: %o', (stock, change) => {
  expect(toProduct(product([variant(change)])).variants[0]?.stock).toBe(stock)
})

test('an option with one value is nothing to choose', () => {
  const { groups, collection } = toProduct(product([variant()]))
  expect(groups.map(({ name }) => name)).toEqual(['Renk'])
  expect(collection).toEqual({ slug: 'seramik', name: 'Seramik' })
})

test('the cheapest variant comes first, and its options before the others', () => {
  const variants = [
    variant({ id: 'variant_2', sku: 'B', options: [{ id: 'optval_2' }] }),
    variant({ id: 'variant_1', sku: 'A' }),
    variant({ id: 'variant_3', sku: 'C', options: [{ id: 'optval_2' }], calculated_price: price(94.9) }),
  ]
  const shown = toProduct(product(variants))
  expect(shown.variants.map(({ id }) => id)).toEqual(['variant_3', 'variant_1', 'variant_2'])
  expect(shown.groups[0]?.options.map(({ id }) => id)).toEqual(['optval_2', 'optval_1'])
})

test.each([
  ['Köy Kupası', 'Deniz mavisi', 'Köy Kupası Deniz mavisi'],
  ['Köy Kupası', 'Köy Kupası Deniz mavisi', 'Köy Kupası Deniz mavisi'],
  ['Avanos Vazo', 'Default variant', 'Avanos Vazo'],
  ['Avanos Vazo', 'Tek', 'Avanos Vazo'],
  ['Avanos Vazo', null, 'Avanos Vazo'],
])('%s and %s are %s', (of, title, name) => {
  expect(nameOf(of, title)).toBe(name)
})

test('pictures lose the address of the shop', () => {
  expect(pictureOf('/static/vazo.webp')).toBe('/assets/vazo.webp')
  expect(pictureOf(null)).toBeUndefined()
})
