import type { CraftgateClient } from './craftgate-client'
import {
  answerData,
  answerErrors,
  type Exchange,
  type LocalServer,
  localServer,
} from './testing/local-server'
import { type LogLine, memoryLogger } from './testing/memory-logger'
import { memoryTracer, type RecordedSpan } from './testing/memory-tracer'
import { rejectionOf, testClient } from './testing/test-client'

let answer: (exchange: Exchange) => void
let server: LocalServer
let client: CraftgateClient
let lines: LogLine[]
let spans: RecordedSpan[]
let stopTracing: () => void

beforeEach(async () => {
  server = await localServer((exchange) => answer(exchange))
  const memory = memoryLogger()
  const tracer = memoryTracer()
  lines = memory.lines
  spans = tracer.spans
  stopTracing = tracer.stop
  client = testClient(server.url, { logger: memory.logger })
})
afterEach(async () => {
  stopTracing()
  await client.close()
  await server.close()
})

it('writes one line for a money call, with what support can work with', async () => {
  answer = (exchange) => answerData(exchange, { id: 1 })
  await client.call('refundPayment', { body: { paymentId: 5, conversationId: 'refund-1' } })
  expect(lines).toEqual([
    {
      level: 'info',
      message: 'craftgate POST /payment/v1/refunds',
      facts: {
        method: 'POST',
        route: '/payment/v1/refunds',
        status: 200,
        ms: expect.any(Number),
        rndKey: server.requests[0]?.headers['x-rnd-key'],
        conversationId: 'refund-1',
        attempt: 1,
      },
    },
  ])
})

it('writes one line for each attempt of a read, with ids left out of the route', async () => {
  answer = (exchange) => {
    exchange.response.setHeader('x-request-id', `cg-${exchange.number}`)
    if (exchange.number === 1) exchange.response.writeHead(503).end()
    else answerData(exchange, { id: 5 })
  }
  await client.call('retrieveCheckoutPayment', { path: { token: 'tok-secret' } })
  expect(lines.map(({ level, facts }) => ({ level, ...facts }))).toEqual([
    expect.objectContaining({
      level: 'warn',
      attempt: 1,
      status: 503,
      errorCode: 'http-503',
      upstreamRequestId: 'cg-1',
    }),
    expect.objectContaining({
      level: 'debug',
      attempt: 2,
      status: 200,
      route: '/payment/v1/checkout-payments/{token}',
    }),
  ])
})

it('writes a decline as an ordinary event and an unknown outcome as an error', async () => {
  answer = (exchange) => {
    if (exchange.number > 1) exchange.socket.destroy()
    else answerErrors(exchange, 422, { errorCode: '10051', errorDescription: 'x', errorGroup: 'DECLINED' })
  }
  await rejectionOf(client.call('refundPayment', { body: { paymentId: 5 } }))
  await rejectionOf(client.call('refundPayment', { body: { paymentId: 5 } }))
  expect(lines.map(({ level, facts }) => [level, facts.errorKind, facts.errorGroup])).toEqual([
    ['info', 'declined', 'DECLINED'],
    ['error', 'unknown-outcome', undefined],
  ])
})

it('spans each request with safe attributes', async () => {
  answer = (exchange) =>
    exchange.number === 1 ? exchange.socket.destroy() : answerData(exchange, { items: [] })
  await client.call('searchPayments', { query: { conversationId: 'cg-1' } })
  expect(spans).toEqual([
    {
      name: 'craftgate.request',
      ended: true,
      status: { code: 2, message: expect.any(String) },
      attributes: expect.objectContaining({ 'http.request.resend_count': 0, 'error.type': 'unavailable' }),
    },
    {
      name: 'craftgate.request',
      ended: true,
      attributes: {
        'http.request.method': 'GET',
        'url.template': '/payment-reporting/v1/payments',
        'server.address': '127.0.0.1',
        'http.request.resend_count': 1,
        'http.response.status_code': 200,
        'craftgate.request_id': server.requests[1]?.headers['x-rnd-key'],
        'craftgate.call_kind': 'read',
        'craftgate.conversation_id': 'cg-1',
      },
    },
  ])
})
