import { isCartGone, problemOf } from './problem'
import { StoreApiError } from './store-api'

test.each([
  [
    'out-of-stock',
    new StoreApiError('Some variant does not have the required inventory', 400, 'insufficient_inventory'),
  ],
  ['coupon-unknown', new StoreApiError('The promotion code YOK is invalid', 400)],
  ['refused', new StoreApiError('Cart cart_1 is already completed.', 400)],
  ['refused', new StoreApiError('The request conflicted with another request.', 409, 'invalid_state_error')],
] as const)('%s: %s', (problem, error) => {
  expect(problemOf(error)).toBe(problem)
})

test.each([
  ['the shop cannot be reached', new StoreApiError('The shop cannot be reached')],
  ['the shop is broken', new StoreApiError('An unknown error occurred.', 500)],
  ['a bug', new TypeError('x is not a function')],
])('%s: no refusal', (_, error) => {
  expect(problemOf(error)).toBeUndefined()
})

test('a cart that was ordered, or that nobody knows, is gone', () => {
  expect(isCartGone(new StoreApiError('Cart cart_1 is already completed.', 400))).toBe(true)
  expect(isCartGone(new StoreApiError('Cart id not found: cart_1', 404))).toBe(true)
  expect(isCartGone(new StoreApiError('Items with insufficient stock', 400))).toBe(false)
})
