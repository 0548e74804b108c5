import type { OrderSnapshot } from '@craftgate-commerce/core'
import { toBasket } from '@craftgate-commerce/core/adapter'
import { CurrencyCode, Customer, type Order } from '@vendure/core'
import * as fc from 'fast-check'
import { line, orderOf, payment, shipping, surcharge } from '../test/orders'
import { orderToSnapshot } from './order-to-snapshot'

const snapshot = (order: Order, languageCode = 'tr'): OrderSnapshot =>
  orderToSnapshot(order, { precision: 2, languageCode })

const pricesOf = (order: Order) => toBasket(snapshot(order)).items.map(({ price }) => price.minor)

test('a plain cart is its lines and its shipping', () => {
  const order = orderOf({
    lines: [line({ price: 12_990, quantity: 2 })],
    shippingLines: [shipping({ price: 4_990 })],
  })
  const [cup] = order.lines
  expect(snapshot(order)).toMatchObject({
    number: 'T1',
    total: 30_970,
    currency: 'TRY',
    pricesIncludeTax: true,
    locale: 'tr',
    lines: [{ externalId: `line-${cup?.id}`, name: 'Fincan', quantity: 2, unitPrice: 12_990, discount: 0 }],
    shipping: [{ name: 'Kargo', price: 4_990, discount: 0 }],
  })
  expect(pricesOf(order)).toEqual([25_980, 4_990])
})

test('prices without tax are sent with it, because that is what the shopper pays', () => {
  const order = orderOf({ lines: [line({ price: 10_825, quantity: 3, excludingTax: true })] })
  expect(order.totalWithTax).toBe(38_970)
  expect(pricesOf(order)).toEqual([38_970])
})

test('a coupon on the order lowers the lines that Vendure spread it over', () => {
  const cup = line({ price: 12_990, quantity: 2, orderDiscount: 2_598 })
  const pot = line({ price: 54_900, orderDiscount: 5_490 })
  const order = orderOf({ lines: [cup, pot] })
  expect(snapshot(order).lines.map(({ discount }) => discount)).toEqual([2_598, 5_490])
  expect(pricesOf(order)).toEqual([23_382, 49_410])
})

test('free shipping by promotion is no basket item', () => {
  const order = orderOf({
    lines: [line({ price: 10_000 })],
    shippingLines: [shipping({ price: 4_990, promotion: 4_990 })],
  })
  expect(snapshot(order).shipping).toMatchObject([{ price: 4_990, discount: 4_990 }])
  expect(pricesOf(order)).toEqual([10_000])
})

test('a surcharge is a fee, and a negative one lowers the order', () => {
  const order = orderOf({
    lines: [line({ price: 10_000 })],
    surcharges: [surcharge('Hediye paketi', { price: 2_500 }), surcharge('Sadakat', { price: -1_000 })],
  })
  expect(snapshot(order)).toMatchObject({
    total: 11_500,
    fees: [{ name: 'Hediye paketi', price: 2_500 }],
    discounts: [{ name: 'Sadakat', amount: 1_000 }],
  })
  expect(pricesOf(order).reduce((a, b) => a + b)).toBe(11_500)
})

test('what was paid before is a credit, less what was given back; void payments are none', () => {
  const order = orderOf({
    lines: [line({ price: 10_000 })],
    payments: [payment(4_000, 'Settled', 1_000), payment(9_999, 'Declined'), payment(9_999, 'Cancelled')],
  })
  expect(snapshot(order)).toMatchObject({ total: 7_000, credits: [{ name: 'gift-card', amount: 3_000 }] })
  expect(pricesOf(order)).toEqual([7_000])
})

test.each(['PaymentSettled', 'Cancelled', 'Modifying'] as const)(
  'nothing is left to pay of an order in %s',
  (state) => {
    expect(snapshot(orderOf({ state, lines: [line({ price: 10_000 })] })).total).toBe(0)
  },
)

test('a line that was removed is not sent', () => {
  const order = orderOf({ lines: [line({ price: 10_000 }), line({ price: 5_000, quantity: 0 })] })
  expect(snapshot(order).lines).toHaveLength(1)
})

test('a line that is worth more than its rounded pieces keeps its own price', () => {
  const pieces = line({ price: 10_004, quantity: 3 })
  jest.spyOn(pieces, 'unitPriceWithTax', 'get').mockReturnValue(10_003)
  expect(snapshot(orderOf({ lines: [pieces] })).lines).toMatchObject([{ quantity: 1, unitPrice: 30_012 }])
})

test('yen are stored with two decimals in Vendure and sent without', () => {
  const order = orderOf({
    currencyCode: CurrencyCode.JPY,
    lines: [line({ price: 125_000, quantity: 2, taxRate: 10 })],
    shippingLines: [shipping({ price: 80_000, taxRate: 10 })],
  })
  expect(snapshot(order)).toMatchObject({
    total: 3_300,
    lines: [{ unitPrice: 1_250 }],
    shipping: [{ price: 800 }],
  })
  expect(pricesOf(order)).toEqual([2_500, 800])
})

test('half yen in the lines are fine as long as the total is whole', () => {
  const order = orderOf({
    currencyCode: CurrencyCode.JPY,
    lines: [line({ price: 1_250 }), line({ price: 1_250 })],
  })
  expect(pricesOf(order).reduce((a, b) => a + b)).toBe(25)
})

test('half a yen is rounded once, at the end: three lines with a coupon of 3 % come to whole yen', () => {
  const lines = [1_250, 2_225, 3_335].map((price) => line({ price, orderDiscount: Math.round(price * 0.03) }))
  const order = orderOf({ currencyCode: CurrencyCode.JPY, lines })
  expect(order.totalWithTax).toBe(6_605)
  expect(snapshot(order).total).toBe(66)
  expect(pricesOf(order).reduce((a, b) => a + b)).toBe(66)
})

test('with a MoneyStrategy of three decimals an order is rounded to the kuruş', () => {
  const order = orderOf({ lines: [line({ price: 1_005 }), line({ price: 2_000 })] })
  const thousandths = orderToSnapshot(order, { precision: 3, languageCode: 'tr' })
  expect(thousandths.total).toBe(301)
  expect(toBasket(thousandths).items.reduce((sum, { price }) => sum + price.minor, 0)).toBe(301)
})

test('a line below zero, as a trade-in, lowers the order like a surcharge below zero', () => {
  const order = orderOf({ lines: [line({ price: 10_000 }), line({ price: -500, quantity: 2 })] })
  expect(snapshot(order)).toMatchObject({
    total: 9_000,
    lines: [{ unitPrice: 10_000 }],
    discounts: [{ name: 'Fincan', amount: 1_000 }],
  })
  expect(pricesOf(order)).toEqual([9_000])
})

test('dinars get their third decimal', () => {
  const order = orderOf({ currencyCode: CurrencyCode.KWD, lines: [line({ price: 1_234, quantity: 2 })] })
  expect(snapshot(order)).toMatchObject({ total: 24_680, currency: 'KWD' })
})

test('a currency that Craftgate does not charge is refused by name', () => {
  const order = orderOf({ currencyCode: CurrencyCode.SEK, lines: [line({ price: 1_000 })] })
  expect(() => snapshot(order)).toThrow(/"SEK" is not charged by Craftgate/)
})

test('the buyer is taken from the order, and the page speaks the language of the checkout', () => {
  const customer = new Customer({ id: 7, emailAddress: 'a@example.com', phoneNumber: '' })
  const order = orderOf({ customer, lines: [line({ price: 1_000 })] })
  expect(snapshot(order, 'en_US')).toMatchObject({ buyer: { id: '7', email: 'a@example.com' }, locale: 'en' })
})

test.each([
  ['the customer’s own', '+905321112233', '+905551112233', '+905321112233'],
  ['that of the delivery', '', '+905551112233', '+905551112233'],
  ['none', '', undefined, undefined],
])('the buyer’s phone is %s', (_, own, delivery, phone) => {
  const customer = new Customer({ id: 7, emailAddress: 'a@example.com', phoneNumber: own })
  const shippingAddress = { countryCode: 'TR', phoneNumber: delivery }
  const order = orderOf({ customer, shippingAddress, lines: [line({ price: 1_000 })] })
  expect(snapshot(order).buyer.phone).toBe(phone)
})

const amounts = {
  price: fc.integer({ min: 1, max: 5_000_000 }),
  taxRate: fc.constantFrom(0, 1, 10, 20, 18.5),
}
const share = fc.double({ min: 0, max: 0.9, noNaN: true })
const lines = fc.array(
  fc.record({
    ...amounts,
    quantity: fc.integer({ min: 1, max: 9 }),
    excludingTax: fc.boolean(),
    off: share,
    coupon: share,
  }),
  { minLength: 1, maxLength: 8 },
)
const shippings = fc.array(fc.record({ ...amounts, off: share, excludingTax: fc.boolean() }), {
  maxLength: 2,
})

test('any order that Vendure totals becomes a basket that sums to it', () => {
  fc.assert(
    fc.property(lines, shippings, (cart, ways) => {
      const placed = orderOf({
        lines: cart.map(({ off, coupon, ...each }) => {
          const promotion = Math.round(each.price * each.quantity * off)
          return line({
            ...each,
            promotion,
            orderDiscount: Math.floor((each.price * each.quantity - promotion) * coupon),
          })
        }),
        shippingLines: ways.map(({ off, ...each }) =>
          shipping({ ...each, promotion: Math.floor(each.price * off) }),
        ),
      })
      if (placed.totalWithTax === 0) return
      const sum = pricesOf(placed).reduce((a, b) => a + b, 0)
      expect(sum).toBe(placed.totalWithTax)
    }),
    { numRuns: 1_000 },
  )
})
