import { readMutationResult } from './mutation-result'

const ok = (result: unknown) => readMutationResult(200, JSON.stringify({ data: { result } }))
const failing = (code: string) =>
  readMutationResult(200, JSON.stringify({ errors: [{ message: 'No', extensions: { code } }] }))

test('a session without errors is accepted, and tells where the shopper goes', () => {
  const nextAction = { action: 'REDIRECT', context: { redirectUrl: 'https://shop.example.com/thank-you' } }
  expect(ok({ session: { id: 'gid', nextAction }, userErrors: [] })).toEqual({
    kind: 'accepted',
    redirectUrl: 'https://shop.example.com/thank-you',
  })
  expect(ok({ session: { id: 'gid' }, userErrors: [] })).toEqual({ kind: 'accepted' })
})

test('an answer to the start that Shopify has not read yet is a reason to try again', () => {
  const message =
    'Payment session has already been resolved with a different authentication, has already been rejected, or the response to start_payment_session request has not been received.'
  expect(ok({ session: null, userErrors: [{ message }] })).toEqual({ kind: 'retry', reason: 'not-started' })
})

test('any other user error is final', () => {
  const error = { code: 'REFUND_SESSION_INVALID_STATE', message: 'Refund session has already been rejected.' }
  expect(ok({ session: null, userErrors: [error] })).toEqual({ kind: 'rejected', ...error, about: 'session' })
})

test.each([
  ['THROTTLED', { kind: 'retry', reason: 'throttled' }],
  ['SHOP_INACTIVE', { kind: 'rejected', code: 'SHOP_INACTIVE', message: 'No', about: 'app' }],
  ['MAX_COST_EXCEEDED', { kind: 'rejected', code: 'MAX_COST_EXCEEDED', message: 'No', about: 'app' }],
])('%s is told apart', (code, answer) => {
  expect(failing(code)).toEqual(answer)
})

test.each([
  [401, { kind: 'retry', reason: 'unauthorized' }],
  [403, { kind: 'retry', reason: 'http-403' }],
  [429, { kind: 'retry', reason: 'throttled' }],
  [500, { kind: 'retry', reason: 'http-500' }],
  [404, { kind: 'retry', reason: 'http-404' }],
])('HTTP %i is told apart', (status, answer) => {
  expect(readMutationResult(status, '')).toEqual(answer)
})

test('what is no answer at all is asked again', () => {
  expect(readMutationResult(200, '<html>')).toEqual({ kind: 'retry', reason: 'malformed' })
  expect(readMutationResult(200, '{"data":null}')).toEqual({ kind: 'retry', reason: 'malformed' })
})

test('a 403 in Shopify’s own words is about the app; one of a firewall says nothing', () => {
  const denied = { kind: 'rejected', code: 'ACCESS_DENIED', message: 'Access denied', about: 'app' }
  expect(readMutationResult(403, '{"errors":"Access denied"}')).toEqual(denied)
  expect(readMutationResult(403, '<html>blocked</html>')).toEqual({ kind: 'retry', reason: 'http-403' })
})
