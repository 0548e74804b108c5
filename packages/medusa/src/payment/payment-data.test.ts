import { parsePaymentId } from './payment-data'

const data = { reference: 'r1', payment: 7 }

test.each([
  ['pp_craftgate_craftgate', 7],
  ['pp_craftgate', 7],
  ['pp_other_craftgate', undefined],
  ['pp_craftgate-like_x', undefined],
])('a payment of %s', (provider_id, id) => {
  expect(parsePaymentId({ provider_id, data })).toBe(id)
})

test('one that nobody paid has none', () => {
  expect(parsePaymentId({ provider_id: 'pp_craftgate_craftgate', data: null })).toBeUndefined()
})
