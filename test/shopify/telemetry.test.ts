import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { navigate } from '@craftgate-commerce/sandbox'
import { type OpenShopify, openShopify } from '../faults/shopify/open-shopify'
import { until } from '../until'
import { type CollectedSpan, startTelemetryCollector, type TelemetryCollector } from './telemetry-collector'

// What an operator sees of the app: spans and metrics, from the SDK that the process was started with, and its log.

const CORE = '@craftgate-commerce/core'
const SHOPPER_ROUTE = '/craftgate/:handle/:mode/*'
/** As a proxy before the app gives one. */
const REQUEST_ID = randomUUID()
const UUID = /^[0-9a-f-]{36}$/

let collector: TelemetryCollector
let open: OpenShopify
let page: { readonly status: number; readonly text: string }

/** A purchase, the whole of it back, and a link that is opened while Craftgate is away. */
beforeAll(async () => {
  collector = await startTelemetryCollector()
  open = await openShopify('shopify_telemetry', {
    // No job is as fast as the first attempt.
    env: { ...collector.env, RETRY_SCALE: '0.2' },
  })
  const scene = open.scene()
  const { order } = await scene.buy()
  await scene.expectPaid(order)
  expect(await scene.store.refund(order, { everything: true })).toMatchObject({ state: 'done' })
  const next = await scene.store.payLink(await scene.place())
  await scene.craftgate.down()
  const opened = await navigate(new Request(next.url, { headers: { 'x-request-id': REQUEST_ID } }))
  page = { status: opened.status, text: await opened.text() }
  await until(collector.points, () => count('craftgate.shopify.reports') === 2)
  await until(collector.points, () => count('craftgate.job.duration') > 0)
  await until(collector.spans, () => requestSpan('GET', SHOPPER_ROUTE, 503) !== undefined)
  await until(collector.points, () => collector.points().some(({ attributes }) => 'error.type' in attributes))
})
afterAll(async () => {
  await open?.stack.stop()
  await collector?.close()
})

const requestSpan = (method: string, route: string, status: number): CollectedSpan | undefined =>
  collector
    .spans()
    .find(
      ({ name, attributes }) =>
        name === `${method} ${route}` && attributes['http.response.status_code'] === status,
    )

const count = (metric: string, attributes: object = {}): number =>
  collector
    .points()
    .filter((point) => point.metric === metric)
    .filter((point) => Object.entries(attributes).every(([name, value]) => point.attributes[name] === value))
    .reduce((sum, point) => sum + point.count, 0)

/** The call that moved the money back. */
const refundCall = (): CollectedSpan | undefined =>
  collector
    .spans()
    .find(
      ({ scope, attributes }) =>
        scope === CORE &&
        /refund/.test(String(attributes['url.template'])) &&
        attributes['http.request.method'] === 'POST',
    )

/** Log lines that hold this id. */
const linesOf = (id: string): Record<string, unknown>[] =>
  readFileSync(`${process.env.TEST_STATE_DIR}/logs/shopify-app-1.log`, 'utf8')
    .split('\n')
    .filter((line) => line.includes(id))
    .map((line) => JSON.parse(line))

test.each([
  ['POST', '/shopify/payment', 200],
  ['POST', SHOPPER_ROUTE, 303],
  ['POST', '/shopify/refund', 201],
])(
  '%s %s has a span with its route, its status, the request id of its answer and Shopify’s',
  (method, route, status) => {
    const span = requestSpan(method, route, status)
    expect(span).toMatchObject({ scope: '@craftgate-commerce/shopify', failed: false })
    expect(span?.attributes).toEqual({
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'http.response.header.x-request-id': [expect.stringMatching(UUID)],
      ...(route.startsWith('/shopify/') && {
        'http.request.header.shopify-request-id': [expect.stringMatching(UUID)],
      }),
    })
  },
)

test('requests are measured by method, route and status alone, in buckets of less than a second', () => {
  const of = {
    'http.request.method': 'POST',
    'http.route': '/shopify/payment',
    'http.response.status_code': 200,
  }
  const point = collector.points().find(({ attributes }) => attributes['http.route'] === '/shopify/payment')
  expect(point).toMatchObject({ metric: 'http.server.request.duration', unit: 's', attributes: of })
  expect(point?.bounds?.filter((bound) => bound > 0 && bound < 1).length).toBeGreaterThan(5)
  const names = collector.points().map(({ attributes }) => Object.keys(attributes))
  expect([...new Set(names.flat())].sort()).toEqual([
    'craftgate.job',
    'error.type',
    'http.request.method',
    'http.response.status_code',
    'http.route',
    'mutation',
    'result',
  ])
})

test('results that Shopify was told are counted by mutation and answer, and jobs are measured by name', () => {
  expect(count('craftgate.shopify.reports', { mutation: 'paymentSessionResolve', result: 'accepted' })).toBe(
    1,
  )
  expect(count('craftgate.shopify.reports', { mutation: 'refundSessionResolve', result: 'accepted' })).toBe(1)
})

test('the refund at Craftgate is part of the trace of Shopify’s request, and its log line carries the ids of both', () => {
  const request = requestSpan('POST', '/shopify/refund', 201)
  const call = refundCall()
  expect(call).toMatchObject({ name: 'craftgate.request', traceId: request?.traceId, failed: false })
  expect(call?.attributes).toMatchObject({
    'craftgate.call_kind': 'money',
    'craftgate.request_id': expect.stringMatching(UUID),
    'http.response.status_code': 200,
  })
  const [line] = linesOf(String(call?.attributes['craftgate.request_id']))
  expect(line).toMatchObject({
    level: 'info',
    requestId: String(request?.attributes['http.response.header.x-request-id']),
    shopifyRequestId: String(request?.attributes['http.request.header.shopify-request-id']),
    rndKey: call?.attributes['craftgate.request_id'],
  })
})

test('a request that fails is marked in its span and its measure, and page, span and log have one request id', () => {
  expect(page).toMatchObject({ status: 503, text: expect.stringContaining(REQUEST_ID) })
  const span = requestSpan('GET', SHOPPER_ROUTE, 503)
  expect(span).toMatchObject({
    failed: true,
    attributes: { 'error.type': '503', 'http.response.header.x-request-id': [REQUEST_ID] },
  })
  expect(count('http.server.request.duration', { 'error.type': '503', 'http.route': SHOPPER_ROUTE })).toBe(1)
  const failed = {
    level: 'error',
    message: 'The payment page could not be opened',
    requestId: REQUEST_ID,
  }
  const positions = expect.arrayContaining([expect.stringMatching(/\.js:\d+:\d+$/)])
  const error = { kind: 'unknown-outcome', code: '1500', at: positions }
  expect(linesOf(REQUEST_ID)).toContainEqual(
    expect.objectContaining({ ...failed, error: expect.objectContaining(error) }),
  )
})

test('neither spans nor metrics hold personal data, keys, or a link that opens something', () => {
  const sent = JSON.stringify([collector.spans(), collector.points()])
  for (const secret of ['ayse', 'Ayşe', 'Yılmaz', '5555555', 'sig=', '://', '5406670000000009'])
    expect(sent).not.toContain(secret)
})
