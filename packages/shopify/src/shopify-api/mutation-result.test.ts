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

test.each(['REFUND', 'CAPTURE', 'VOID', 'PENDING'])('%s…INVALID_STATE may mean that too', (what) => {
  const code = what === 'PENDING' ? 'PENDING_INVALID_STATE' : `${what}_SESSION_INVALID_STATE`
  const error = { code, message: 'The session has already been rejected.' }
  expect(ok({ session: null, userErrors: [error] })).toEqual({ kind: 'retry', reason: 'not-started' })
})

test('any other user error is final', () => {
  const error = {
    code: 'OUT_OF_RANGE_PENDING_EXPIRES_AT',
    message: 'Pending expiry date has exceeded the limit.',
  }
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

test.each([
  [402, 'SHOP_FROZEN', 'Unavailable Shop'],
  [403, 'ACCESS_DENIED', 'Access denied'],
  [404, 'SHOP_NOT_FOUND', 'Not Found'],
  [423, 'SHOP_LOCKED', 'Locked'],
])(
  'a %i in Shopify’s own words is about the app or the shop (%s); one of a proxy says nothing',
  (status, code, message) => {
    const refused = { kind: 'rejected', code, message, about: 'app' }
    expect(readMutationResult(status, JSON.stringify({ errors: message }))).toEqual(refused)
    expect(readMutationResult(status, '<html>no</html>')).toEqual({ kind: 'retry', reason: `http-${status}` })
  },
)
