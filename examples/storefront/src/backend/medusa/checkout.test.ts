import { isUsable, type MedusaCheckout, stateOf, toStatus } from './checkout'

const checkout: MedusaCheckout = {
  reference: 'ref-1',
  outcome: 'paid',
  cart_id: 'cart_1',
  order_id: 'order_01ABC',
  order_display_id: 7,
  amount: '837.13',
  currency_code: 'TRY',
  decline_message: null,
}

test('a paid attempt leads to its order', () => {
  expect(toStatus(checkout)).toEqual({
    state: 'paid',
    orderCode: 'order_01ABC',
    orderNumber: '7',
    amount: { decimal: '837.13', currency: 'TRY' },
    declineMessage: undefined,
  })
})

test('money without an order yet is waited for', () => {
  expect(stateOf({ ...checkout, order_id: null, order_display_id: null })).toBe('waiting')
})

test('somebody else is told that it is paid, and not which order it is', () => {
  expect(toStatus({ ...checkout, cart_id: null, order_id: null })).toMatchObject({
    state: 'paid',
    orderCode: '',
  })
})

test.each([
  ['waiting', true],
  ['paid', true],
  ['declined', false],
  ['expired', false],
  ['refunding', false],
  ['refunded', false],
  ['needs_review', false],
])('the page of an attempt that is %s may be used again: %s', (outcome, usable) => {
  expect(isUsable({ ...checkout, outcome })).toBe(usable)
})
