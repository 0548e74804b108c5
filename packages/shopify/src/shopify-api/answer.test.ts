import { readAnswer } from './answer'

const ok = (result: unknown) => readAnswer(200, JSON.stringify({ data: { result } }))
const failing = (code: string) =>
  readAnswer(200, JSON.stringify({ errors: [{ message: 'No', extensions: { code } }] }))

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
  expect(ok({ session: null, userErrors: [{ message }] })).toEqual({ kind: 'again', reason: 'not-started' })
})

test('any other user error is final', () => {
  const error = { code: 'REFUND_SESSION_INVALID_STATE', message: 'Refund session has already been rejected.' }
  expect(ok({ session: null, userErrors: [error] })).toEqual({ kind: 'refused', ...error, about: 'session' })
})

test.each([
  ['THROTTLED', { kind: 'again', reason: 'throttled' }],
  ['SHOP_INACTIVE', { kind: 'refused', code: 'SHOP_INACTIVE', message: 'No', about: 'app' }],
  ['MAX_COST_EXCEEDED', { kind: 'refused', code: 'MAX_COST_EXCEEDED', message: 'No', about: 'app' }],
])('%s is told apart', (code, answer) => {
  expect(failing(code)).toEqual(answer)
})

test.each([
  [401, { kind: 'again', reason: 'unauthorized' }],
  [403, { kind: 'again', reason: 'http-403' }],
  [429, { kind: 'again', reason: 'throttled' }],
  [500, { kind: 'again', reason: 'http-500' }],
  [404, { kind: 'again', reason: 'http-404' }],
])('HTTP %i is told apart', (status, answer) => {
  expect(readAnswer(status, '')).toEqual(answer)
})

test('what is no answer at all is asked again', () => {
  expect(readAnswer(200, '<html>')).toEqual({ kind: 'again', reason: 'malformed' })
  expect(readAnswer(200, '{"data":null}')).toEqual({ kind: 'again', reason: 'malformed' })
})

test('a 403 in Shopify’s own words is about the app; one of a firewall says nothing', () => {
  const denied = { kind: 'refused', code: 'ACCESS_DENIED', message: 'Access denied', about: 'app' }
  expect(readAnswer(403, '{"errors":"Access denied"}')).toEqual(denied)
  expect(readAnswer(403, '<html>blocked</html>')).toEqual({ kind: 'again', reason: 'http-403' })
})
