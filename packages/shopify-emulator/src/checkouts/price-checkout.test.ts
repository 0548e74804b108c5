import { testShops } from '../test/test-shops'
import { priceCheckout, usableCoupon } from './price-checkout'

const [seed] = testShops
if (!seed) throw new Error('no shop')
const cart = (quantity: number, more: object = {}) => ({
  currency: 'TRY',
  lines: [{ id: '1', sku: 'JAM', quantity }],
  ...more,
})

describe('the price of a cart', () => {
  test('is goods and the first shipping method that is offered', () => {
    expect(priceCheckout(cart(2), seed)).toMatchObject({
      subtotal: 24_690,
      discount: 0,
      shipping: 2_500,
      total: 27_190,
      method: { code: 'STANDARD' },
    })
  })

  test('takes whole percents off, rounded down to the minor unit', () => {
    expect(priceCheckout(cart(1, { coupon: 'YAZ10' }), seed)).toMatchObject({
      discount: 1_234,
      total: 13_611,
    })
  })

  test('offers free shipping from its minimum on, in the currency of the shop only', () => {
    const codes = (quantity: number, currency = 'TRY') =>
      priceCheckout({ ...cart(quantity), currency }, seed).methods.map(({ code }) => code)
    expect(codes(4)).toEqual(['STANDARD'])
    expect(codes(5)).toEqual(['STANDARD', 'FREE'])
    expect(codes(500, 'JPY')).toEqual(['STANDARD'])
  })

  test('knows a coupon in any case, from its minimum on', () => {
    expect(usableCoupon(' elli ', cart(1), seed)?.code).toBe('ELLI')
    expect(
      usableCoupon('ELLI', { ...cart(1), lines: [{ id: '1', sku: 'TEA', quantity: 1 }] }, seed),
    ).toBeUndefined()
    expect(usableCoupon('ELLI', { ...cart(9), currency: 'JPY' }, seed)).toBeUndefined()
  })
})
