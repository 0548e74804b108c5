import { toBasket } from '@craftgate-commerce/core/adapter'
import type { CartView } from './sessions'
import { cartToSnapshot } from './snapshot'

const cart: CartView = {
  id: 'cart_1',
  currency_code: 'try',
  email: 'ayse@example.com',
  customer_id: 'cus_1',
  total: 350.55,
  items: [
    {
      id: 'cali_1',
      title: '250 g',
      product_title: 'Dibek Türk Kahvesi',
      variant_title: '250 g',
      quantity: 2,
      total: 279.8,
    },
    { id: 'cali_2', title: 'Fincan', quantity: 1, total: 40.75 },
  ],
  shipping_methods: [{ id: 'casm_1', name: 'Kargo', total: 30 }],
  shipping_address: { phone: '+905551112233', country_code: 'tr' },
}

const sumOf = (view: CartView) => toBasket(cartToSnapshot(view)).items.map(({ price }) => price.minor)

test('every line and the shipping become items that sum to the total', () => {
  expect(sumOf(cart)).toEqual([27_980, 4075, 3000])
  expect(cartToSnapshot(cart)).toMatchObject({ number: 'cart_1', currency: 'TRY', total: 35_055 })
})

test('an item is named by its product and its variant', () => {
  const [coffee, cup] = cartToSnapshot(cart).lines
  expect([coffee?.name, cup?.name]).toEqual(['Dibek Türk Kahvesi 250 g', 'Fincan'])
})

test('a credit line lowers every item alike, and the items still sum to the total', () => {
  const minors = sumOf({ ...cart, credit_line_total: 100, total: 250.55 })
  expect(minors.reduce((sum, minor) => sum + minor, 0)).toBe(25_055)
  expect(minors.every((minor) => minor > 0)).toBe(true)
})

test('fractions of a kuruş in lines do not keep the items from summing to the rounded total', () => {
  const items = [
    { id: 'a', title: 'A', quantity: 3, total: 10.004_4 },
    { id: 'b', title: 'B', quantity: 3, total: 10.004_4 },
  ]
  const minors = sumOf({ ...cart, items, shipping_methods: [], total: 20.008_8 })
  expect(minors.reduce((sum, minor) => sum + minor, 0)).toBe(2001)
})

test('a free line is no item at Craftgate', () => {
  const items = [...(cart.items ?? []), { id: 'gift', title: 'Hediye', quantity: 1, total: 0 }]
  expect(sumOf({ ...cart, items })).toEqual([27_980, 4075, 3000])
})

test('the buyer is who the cart says; the page speaks Turkish unless the cart says otherwise', () => {
  expect(cartToSnapshot(cart)).toMatchObject({
    buyer: { id: 'cus_1', email: 'ayse@example.com', phone: '+905551112233' },
    locale: 'tr',
  })
  expect(cartToSnapshot({ ...cart, locale: 'en-US' }).locale).toBe('en')
  expect(cartToSnapshot({ ...cart, customer_id: null, email: null, shipping_address: null }).buyer).toEqual(
    {},
  )
})
