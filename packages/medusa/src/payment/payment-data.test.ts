import { parsePaymentRef } from './payment-data'

const data = { reference: 'r1', account: 'main:live', payment: 7 }
const payment = { account: 'main:live', paymentId: 7 }

test.each([
  ['pp_craftgate_craftgate', payment],
  ['pp_craftgate', payment],
  ['pp_other_craftgate', undefined],
  ['pp_craftgate-like_x', undefined],
])('a payment of %s', (provider_id, id) => {
  expect(parsePaymentRef({ provider_id, data })).toEqual(id)
})

test('one that nobody paid has none', () => {
  expect(parsePaymentRef({ provider_id: 'pp_craftgate_craftgate', data: null })).toBeUndefined()
})
