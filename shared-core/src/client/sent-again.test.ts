// When a call that changes something is sent again, and what its error says of all of its requests.
import { createServer } from 'node:net'
import { CraftgateError } from '../errors'
import type { CraftgateClient } from './craftgate-client'
import {
  answerData,
  answerErrors,
  type Exchange,
  type LocalServer,
  localServer,
} from './testing/local-server'
import { rejectionOf, testClient } from './testing/test-client'

let answer: (exchange: Exchange) => void
let server: LocalServer
let client: CraftgateClient

beforeEach(async () => {
  server = await localServer((exchange) => answer(exchange))
  client = testClient(server.url, {
    deadlines: { readMs: 30_000, startMs: 30_000, moneyMs: 30_000 },
    breaker: { minimumCalls: 1_000 },
  })
})
afterEach(async () => {
  await client.close()
  await server.close()
})

const KEYED = { idempotencyKey: 'refund-1', attempts: 3 }
const refund = (limits = KEYED) => client.call('refundPayment', { body: { paymentId: 5 } }, limits)
const expire = () => client.call('expireCheckoutPayment', { path: { token: 'tok-1' } }, KEYED)
const fraud = () =>
  client.call('updateFraudCheckStatus', { path: { id: 1 }, body: { checkStatus: 'FRAUD' } }, KEYED)

const fine = (exchange: Exchange) => answerData(exchange, { id: 5 })
const broken = (exchange: Exchange) =>
  answerErrors(exchange, 503, { errorCode: '1', errorDescription: 'system error' })
const busy = (exchange: Exchange) => answerErrors(exchange, 429, { errorCode: '2', errorDescription: 'busy' })
const refused = (exchange: Exchange) =>
  answerErrors(exchange, 422, { errorCode: '10201', errorDescription: 'x', errorGroup: 'DECLINED' })
const proxyPage = (status: number) => (exchange: Exchange) => {
  exchange.response.writeHead(status, { 'content-type': 'text/html' }).end('<html>')
}
const dropped = ({ socket }: Exchange) => socket.destroy()
const inTurn = (...answers: ((exchange: Exchange) => void)[]) => {
  answer = (exchange) => (answers[exchange.number - 1] ?? fine)(exchange)
}
const keysSent = () => server.requests.map(({ headers }) => headers['x-idempotency-key'])

describe('a call with an idempotency key that may be sent three times', () => {
  it.each([
    ['Craftgate itself answered 503', broken],
    ['Craftgate itself answered 429', busy],
  ])('is sent again with the same key when %s', async (_name, failure) => {
    inTurn(failure, failure)
    await expect(refund()).resolves.toEqual({ id: 5 })
    expect(keysSent()).toEqual(['refund-1', 'refund-1', 'refund-1'])
  })

  it('is sent again also when it only starts something', async () => {
    inTurn(broken)
    await expect(expire()).resolves.toEqual({ id: 5 })
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    ['a socket that died', dropped, 'UND_ERR_SOCKET'],
    ["a proxy's 503", proxyPage(503), 'http-503'],
    ["a proxy's 403", proxyPage(403), 'http-403'],
    ["a proxy's page", proxyPage(200), 'not-json'],
  ])('is not sent again after %s: the first may be under way', async (_name, failure, code) => {
    inTurn(failure)
    expect(await rejectionOf(refund())).toMatchObject({
      kind: 'unknown-outcome',
      retry: 'ask-first',
      delivery: 'unclear',
      code,
    })
    expect(server.requests).toHaveLength(1)
  })

  it("is not sent again after a proxy's 429, but may be, later", async () => {
    inTurn(proxyPage(429))
    expect(await rejectionOf(refund())).toMatchObject({ retry: 'same-key', delivery: 'unclear' })
    expect(server.requests).toHaveLength(1)
  })

  it('is not sent again where Craftgate ignores keys', async () => {
    inTurn(broken)
    expect(await rejectionOf(fraud())).toMatchObject({ retry: 'ask-first', delivery: 'ended' })
    expect(keysSent()).toEqual([undefined])
  })

  it('is not sent more often than the attempts that are allowed', async () => {
    inTurn(broken, broken, broken)
    expect(await rejectionOf(refund())).toMatchObject({
      kind: 'unknown-outcome',
      retry: 'ask-first',
      delivery: 'ended',
    })
    expect(server.requests).toHaveLength(3)
  })

  it('waits no longer than its deadline', async () => {
    inTurn((exchange) => {
      exchange.response.setHeader('retry-after', '3600')
      broken(exchange)
    })
    expect(await rejectionOf(refund())).toMatchObject({
      retry: 'ask-first',
      delivery: 'ended',
      retryAfterMs: 3_600_000,
    })
    expect(server.requests).toHaveLength(1)
  })
})

it.each([
  ['without a key', { attempts: 3 }],
  ['whose caller did not ask for more', { idempotencyKey: 'refund-1' }],
])('a call %s is sent once', async (_name, limits) => {
  inTurn(broken)
  expect(await rejectionOf(client.call('refundPayment', { body: { paymentId: 5 } }, limits))).toMatchObject({
    kind: 'unknown-outcome',
    delivery: 'ended',
  })
  expect(server.requests).toHaveLength(1)
})

describe('the error of a call that was sent more than once', () => {
  it('does not believe a refusal that came after an answer of 503: the first request may be why', async () => {
    inTurn(broken, refused)
    const error = await rejectionOf(refund())
    expect(error).toBeInstanceOf(CraftgateError)
    expect(error).toMatchObject({
      kind: 'declined',
      code: '10201',
      group: 'DECLINED',
      retry: 'ask-first',
      delivery: 'ended',
      message: expect.stringContaining('10201'),
    })
  })

  it('believes a refusal that came after requests of which nothing was done', async () => {
    inTurn(busy, busy, refused)
    expect(await rejectionOf(refund())).toMatchObject({ kind: 'declined', retry: 'no' })
  })

  it('does not say that nothing was done when only the last request was put off', async () => {
    inTurn(broken, busy, busy)
    expect(await rejectionOf(refund())).toMatchObject({ kind: 'unknown-outcome', retry: 'ask-first' })
  })

  it('is unclear as soon as one request is', async () => {
    inTurn(broken, dropped)
    expect(await rejectionOf(refund())).toMatchObject({ kind: 'unknown-outcome', delivery: 'unclear' })
  })
})

it('of a call that never left, nothing was done', async () => {
  const listener = createServer()
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
  const address = listener.address()
  await new Promise((closed) => listener.close(closed))
  const port = typeof address === 'object' ? address?.port : undefined
  const nobody = testClient(`http://127.0.0.1:${port}`)
  const error = await rejectionOf(nobody.call('refundPayment', { body: { paymentId: 5 } }, KEYED))
  expect(error).toMatchObject({ kind: 'unavailable', retry: 'same-key', delivery: 'not-sent' })
  await nobody.close()
})
