import { isUsable, type MedusaCheckout, stateOf } from './checkout'

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

test('money without an order yet is waited for', () => {
  expect(stateOf({ ...checkout, order_id: null, order_display_id: null })).toBe('waiting')
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
