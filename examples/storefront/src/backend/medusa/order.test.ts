import type { MedusaCheckout } from './checkout'
import { type MedusaOrder, type MedusaPaymentCollection, referencesOf, toOrder } from './order'

const collection: MedusaPaymentCollection = {
  id: 'pay_col_1',
  currency_code: 'try',
  amount: 837.13,
  status: 'completed',
  authorized_amount: 837.13,
  captured_amount: 837.13,
  refunded_amount: 0,
  payment_sessions: [
    {
      id: 'payses_1',
      provider_id: 'pp_craftgate_craftgate',
      status: 'captured',
      data: { reference: 'ref-1' },
    },
  ],
}

const order: MedusaOrder = {
  id: 'order_01ABC',
  display_id: 41,
  status: 'pending',
  payment_status: 'captured',
  fulfillment_status: 'not_fulfilled',
  created_at: '2026-11-24T12:00:00.000Z',
  currency_code: 'try',
  total: 837.13,
  original_item_total: 874.7,
  original_shipping_total: 49.9,
  discount_total: 87.47,
  credit_line_total: 0,
  summary: { original_order_total: 837.13 },
  items: [],
  shipping_methods: [{ shipping_option_id: 'so_1', name: 'Yurtiçi Kargo' }],
  shipping_address: {
    first_name: 'Ayşe',
    last_name: 'Yılmaz',
    address_1: 'Moda Cad. 12/3',
    city: 'Kadıköy',
    province: 'İstanbul',
    postal_code: null,
  },
  payment_collections: [collection],
}

const checkout: MedusaCheckout = {
  reference: 'ref-1',
  outcome: 'paid',
  cart_id: 'cart_1',
  order_id: 'order_01ABC',
  order_display_id: 7,
  amount: '837.13',
  currency_code: 'TRY',
  decline_message: null,
  installment: 6,
  paid_price: '906.19',
  interest: '69.06',
  card_family: 'Bonus',
  card_association: 'MASTER_CARD',
  last_four: '0002',
  three_ds: true,
}

const lira = (decimal: string) => ({ decimal, currency: 'TRY' })
const withCollection = (change: Partial<MedusaPaymentCollection>): MedusaOrder => ({
  ...order,
  payment_collections: [{ ...collection, ...change }],
})

test('a paid order with what the plugin tells of its payment', () => {
  expect(toOrder(order, [checkout])).toMatchObject({
    code: '41',
    state: 'paid',
    placedAt: new Date('2026-11-24T12:00:00.000Z'),
    recipient: 'Ayşe Yılmaz',
    address: 'Moda Cad. 12/3, Kadıköy, İstanbul',
    shippingName: 'Yurtiçi Kargo',
    payments: [
      {
        state: 'paid',
        amount: lira('837.13'),
        installment: 6,
        paidPrice: lira('906.19'),
        interest: lira('69.06'),
        cardFamily: 'Bonus',
        lastFour: '0002',
        threeDS: true,
      },
    ],
  })
})

test('the attempts of an order are found by their references', () => {
  expect(referencesOf(order)).toEqual(['ref-1'])
})

test('an order is shown without card facts when the plugin tells none', () => {
  expect(toOrder(order, []).payments).toEqual([
    { id: 'pay_col_1', amount: lira('837.13'), state: 'paid', refunded: undefined },
  ])
})

test('money that went back is told beside what was ordered', () => {
  const refunded = {
    ...withCollection({ refunded_amount: 296.91 }),
    total: 540.22,
    credit_line_total: 296.91,
  }
  const { total, payments } = toOrder(refunded, [])
  expect(total).toEqual(lira('837.13'))
  expect(payments[0]?.refunded).toEqual(lira('296.91'))
})

test('no interest is no line', () => {
  const [payment] = toOrder(order, [{ ...checkout, interest: '0.00' }]).payments
  expect(payment?.interest).toBeUndefined()
})

test.each([
  ['pending', 'captured', 'not_fulfilled', 'paid'],
  ['pending', 'partially_refunded', 'not_fulfilled', 'paid'],
  ['pending', 'authorized', 'not_fulfilled', 'authorized'],
  ['pending', 'captured', 'shipped', 'shipped'],
  ['completed', 'captured', 'delivered', 'delivered'],
  ['canceled', 'refunded', 'canceled', 'cancelled'],
  ['pending', 'not_paid', 'not_fulfilled', 'open'],
])('an order that is %s, %s and %s is %s', (status, payment_status, fulfillment_status, state) => {
  expect(toOrder({ ...order, status, payment_status, fulfillment_status }, []).state).toBe(state)
})

test.each([
  ['authorized', { status: 'authorized', captured_amount: 0 }, 'authorized'],
  ['in_review', { status: 'authorized', captured_amount: 0 }, 'in-review'],
  ['paid', { status: 'canceled', captured_amount: 0 }, 'cancelled'],
  ['waiting', { status: 'awaiting', captured_amount: 0, authorized_amount: 0 }, 'declined'],
])('a payment that is %s at Craftgate and %o in the shop is %s', (outcome, change, state) => {
  const [payment] = toOrder(withCollection(change), [{ ...checkout, outcome }]).payments
  expect(payment?.state).toBe(state)
})
