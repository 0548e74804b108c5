import { type MedusaCart, toCart } from './cart'

const cart: MedusaCart = {
  id: 'cart_1',
  currency_code: 'try',
  completed_at: null,
  total: 837.13,
  original_item_total: 874.7,
  original_shipping_total: 49.9,
  discount_total: 87.47,
  promotions: [{ code: 'HOSGELDIN10', is_automatic: false }],
  items: [
    {
      id: 'cali_1',
      product_title: 'Köy Kupası',
      variant_title: 'Deniz mavisi',
      product_handle: 'koy-kupasi',
      thumbnail: null,
      quantity: 2,
      unit_price: 329.9,
      total: 593.82,
      adjustments: [{ code: 'HOSGELDIN10' }],
    },
  ],
  shipping_methods: [{ shipping_option_id: 'so_1', name: 'Yurtiçi Kargo' }],
}

const lira = (decimal: string) => ({ decimal, currency: 'TRY' })

test('goods at their price, the discount by its code, shipping, and what is left to pay', () => {
  expect(toCart(cart)).toMatchObject({
    code: 'cart_1',
    subtotal: lira('874.7'),
    discounts: [{ name: 'HOSGELDIN10', amount: lira('-87.47') }],
    shipping: lira('49.9'),
    total: lira('837.13'),
    coupons: ['HOSGELDIN10'],
    pieces: 2,
    shippingOptionId: 'so_1',
  })
})

test('a line has its name, its slug and what it costs after discounts', () => {
  expect(toCart(cart).lines).toEqual([
    {
      id: 'cali_1',
      name: 'Köy Kupası Deniz mavisi',
      productSlug: 'koy-kupasi',
      picture: undefined,
      quantity: 2,
      unitPrice: lira('329.9'),
      total: lira('593.82'),
    },
  ])
})

test('an automatic promotion is no coupon that the shopper could take away', () => {
  expect(toCart({ ...cart, promotions: [{ code: 'BAHAR', is_automatic: true }] }).coupons).toEqual([])
})

test('an empty cart', () => {
  const empty = { ...cart, items: null, shipping_methods: null, discount_total: 0, promotions: undefined }
  expect(toCart(empty)).toMatchObject({ lines: [], pieces: 0, coupons: [], discounts: [] })
  expect(toCart(empty).shippingOptionId).toBeUndefined()
})
