import { createHmac } from 'node:crypto'
import { orderOf, ShopHarness } from '../testing/shop-harness'
import { webhookSignature } from './webhook'

const ADDRESS = 'https://pay.shop.example.com/craftgate/webhook'
const KEY = 'webhook-key-tr'

interface Event {
  readonly eventType: string
  readonly eventTimestamp: number
  readonly status: string
  readonly payloadId: string
  readonly payload?: unknown
}

const eventOf = (eventType: string, payloadId: string, over: Partial<Event> = {}): Event => ({
  eventType,
  eventTimestamp: 1661521221,
  status: 'SUCCESS',
  payloadId,
  ...over,
})

const sign = (event: Event, key = KEY): string =>
  createHmac('sha256', key)
    .update(`${event.eventType}${event.eventTimestamp}${event.status}${event.payloadId}`)
    .digest('base64')

const post = (harness: ShopHarness, body: RequestInit['body'], headers: Record<string, string> = {}) =>
  harness.inbound.handle(
    new Request(ADDRESS, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      duplex: 'half',
    } as RequestInit),
  )

const deliver = (harness: ShopHarness, event: Event, signature = sign(event)) =>
  post(harness, JSON.stringify(event), { 'x-cg-signature-v1': signature })

const paid = async (harness = new ShopHarness()) => {
  const record = await harness.opened()
  const paymentId = harness.craftgate.pay(record.token)
  return { harness, record, paymentId, event: eventOf('CHECKOUTFORM_AUTH', record.token) }
}

test('the vector of the official samples is signed as we sign', () => {
  const event = {
    eventType: 'API_VERIFY_AND_AUTH',
    eventTimestamp: '1661521221',
    status: 'SUCCESS',
    payloadId: '584',
  }
  expect(webhookSignature('Aoh7tReTybO6wOjBmOJFFsOR53SBojEp', event)).toBe(
    '0wRB5XqWJxwwPbn5Z9TcbHh8EGYFufSYTsRMB74N094=',
  )
})

test('a signed event settles the checkout of its token', async () => {
  const { harness, event } = await paid()
  const response = await deliver(harness, event)
  expect([response.status, await response.text()]).toEqual([200, 'ok\n'])
  expect((await harness.stored()).state).toBe('captured')
})

test('a content type with a charset is JSON too', async () => {
  const { harness, event } = await paid()
  const headers = { 'x-cg-signature-v1': sign(event), 'content-type': 'application/json;charset=UTF-8' }
  expect((await post(harness, JSON.stringify(event), headers)).status).toBe(200)
})

test('an event is handled once; its later deliveries ask nobody', async () => {
  const { harness, event } = await paid()
  for (let delivery = 0; delivery < 5; delivery++) expect((await deliver(harness, event)).status).toBe(200)
  expect(harness.craftgate.calls.filter((call) => call === 'retrieve')).toHaveLength(1)
})

test('five deliveries and a callback at once move the order once', async () => {
  const { harness, record, event } = await paid()
  const callback = new Request('https://pay.shop.example.com/craftgate/callback', {
    method: 'POST',
    body: new URLSearchParams({ token: record.token }),
  })
  const deliveries = Array.from({ length: 5 }, () => deliver(harness, event))
  const responses = await Promise.all([harness.inbound.handle(callback), ...deliveries])
  expect(responses.map(({ status }) => status)).toEqual([303, 200, 200, 200, 200, 200])
  expect(harness.platform.applied.filter(({ answer }) => answer === 'applied')).toHaveLength(1)
  expect((await harness.stored()).state).toBe('captured')
})

test('an event that tells of success proves nothing: Craftgate is asked', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  expect((await deliver(harness, eventOf('CHECKOUTFORM_AUTH', record.token))).status).toBe(200)
  expect((await harness.stored()).state).toBe('open')
})

test('the payload is not signed and never acted on', async () => {
  const { harness, event } = await paid()
  const payload = { token: 'other', price: '0,01', status: 'FAILURE', paymentId: 1 }
  expect((await deliver(harness, { ...event, payload })).status).toBe(200)
  expect((await harness.stored()).state).toBe('captured')
})

test.each(['API_AUTH', 'API_VERIFY_AND_AUTH', 'THREEDS_VERIFY'])(
  '%s names the payment',
  async (eventType) => {
    const { harness, record, paymentId } = await paid()
    await harness.platform.saveCheckout({ ...(await harness.stored()), paymentIds: [paymentId] })
    expect((await deliver(harness, eventOf(eventType, String(paymentId)))).status).toBe(200)
    expect((await harness.stored(record.reference)).state).toBe('captured')
  },
)

test.each([
  ['no signature', ''],
  ['a signature of nobody', sign(eventOf('CHECKOUTFORM_AUTH', 'x'), 'nobody')],
])('%s: refused, and nothing is read', async (_, signature) => {
  const { harness, event } = await paid()
  expect((await deliver(harness, event, signature)).status).toBe(401)
  expect((await harness.stored()).state).toBe('open')
})

test.each([
  { payloadId: 'another-token' },
  { status: 'FAILURE' },
  { eventTimestamp: 1 },
  { eventType: 'API_AUTH' },
])('a signed field that was changed is refused: %j', async (change) => {
  const { harness, event } = await paid()
  expect((await deliver(harness, { ...event, ...change }, sign(event))).status).toBe(401)
})

test('an event of one merchant moves nothing of another', async () => {
  const { harness, event } = await paid()
  const response = await deliver(harness, event, sign(event, 'webhook-key-eu'))
  expect([response.status, await response.text()]).toEqual([200, 'ignored\n'])
  expect((await harness.stored()).state).toBe('open')
})

test.each(['{', '', 'null', '[]', '"text"', '{"eventType":"API_AUTH"}', '{"eventType":{},"status":1}'])(
  'a body of %s is no event',
  async (body) => {
    expect((await post(new ShopHarness(), body, { 'x-cg-signature-v1': 'x' })).status).toBe(400)
  },
)

test('a form is refused', async () => {
  const response = await post(new ShopHarness(), 'a=b', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(response.status).toBe(415)
})

test('an oversized body is refused before it is parsed', async () => {
  const body = JSON.stringify({ ...eventOf('API_AUTH', '1'), payload: 'x'.repeat(70_000) })
  const chunks = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body))
      controller.close()
    },
  })
  expect((await post(new ShopHarness(), chunks)).status).toBe(413)
})

test('a large payload within the limit is taken', async () => {
  const { harness, event } = await paid()
  expect((await deliver(harness, { ...event, payload: 'x'.repeat(50_000) })).status).toBe(200)
})

test('GET is not a webhook', async () => {
  const response = await new ShopHarness().inbound.handle(new Request(ADDRESS))
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})

test.each([
  ['an event type of the future', 'MOON_LANDING', 'x'],
  ['a token of nobody', 'CHECKOUTFORM_AUTH', 'x'],
  ['a payment of nobody', 'API_AUTH', '42'],
  ['a payment that is no number', 'API_AUTH', 'x'],
  ['a payout', 'PAYOUT_COMPLETED', '50'],
])('%s is acknowledged, ignored and not remembered', async (_, eventType, payloadId) => {
  const harness = new ShopHarness()
  const response = await deliver(harness, eventOf(eventType, payloadId))
  expect([response.status, await response.text()]).toEqual([200, 'ignored\n'])
  expect(harness.platform.handledEvents.size).toBe(0)
})

test.each(['REFUND', 'REFUND_TX'])(
  '%s follows the open money calls of its payment only',
  async (eventType) => {
    const harness = new ShopHarness()
    const { token } = await harness.opened()
    const paymentId = harness.craftgate.pay(token)
    const { account } = (await harness.settle(await harness.stored())).record
    harness.craftgate.refunds.set(24, paymentId)
    const asked: unknown[] = []
    harness.resume = async (query) => {
      asked.push(query)
      return { settled: 0, problems: [] }
    }
    expect((await deliver(harness, eventOf(eventType, '24'))).status).toBe(200)
    expect(asked).toEqual([{ payment: { account, paymentId } }])
  },
)

test("a refund of a payment that is not the shop's is nobody's", async () => {
  const harness = new ShopHarness()
  harness.craftgate.refunds.set(24, 7)
  await deliver(harness, eventOf('REFUND', '24'))
  await deliver(harness, eventOf('REFUND', '25'))
  expect(harness.resumed).toBe(0)
  expect(harness.platform.handledEvents.size).toBe(0)
})

test('an attack with forged webhooks fills no log: one line a minute', async () => {
  const harness = new ShopHarness()
  const forged = () => post(harness, JSON.stringify(eventOf('REFUND', '1')), { 'x-cg-signature-v1': 'no' })
  for (let n = 0; n < 50; n++) expect((await forged()).status).toBe(401)
  expect(harness.logged).toHaveLength(1)
  harness.pass(1)
  await forged()
  expect(harness.logged).toHaveLength(2)
})

test('a body that is held back is given up after ten seconds', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
  try {
    const answer = post(
      new ShopHarness(),
      new ReadableStream({ start: (sink) => sink.enqueue(new Uint8Array(1)) }),
    )
    await jest.advanceTimersByTimeAsync(10_000)
    expect((await answer).status).toBe(408)
  } finally {
    jest.useRealTimers()
  }
})

test('Craftgate away: not handled, so that it is delivered again, and the next delivery settles', async () => {
  const { harness, event } = await paid()
  harness.craftgate.goDown()
  expect((await deliver(harness, event)).status).toBe(503)
  expect(harness.platform.handledEvents.size).toBe(0)
  harness.craftgate.recover()
  expect((await deliver(harness, event)).status).toBe(200)
  expect((await harness.stored()).state).toBe('captured')
})

test.each(['eventHandled', 'findCheckout', 'apply', 'saveCheckout', 'markEventHandled'] as const)(
  'a shop that cannot %s now answers 503, and the next delivery settles',
  async (method) => {
    const { harness, event } = await paid()
    harness.platform.failures.set(method, 1)
    expect((await deliver(harness, event)).status).toBe(503)
    expect((await deliver(harness, event)).status).toBe(200)
    expect((await harness.stored()).state).toBe('captured')
  },
)

test('no key and no token is logged', async () => {
  const { harness, record, event } = await paid()
  await deliver(harness, event, 'forged')
  harness.craftgate.goDown()
  await deliver(harness, event)
  expect(harness.logged.length).toBeGreaterThan(1)
  expect(JSON.stringify(harness.logged)).not.toMatch(new RegExp(`${KEY}|${record.token}|forged`))
})

test('a payment id means the payment of the account whose key signed the event', async () => {
  const harness = new ShopHarness()
  const states = async () => [(await harness.stored('s-tr')).state, (await harness.stored('s-eu')).state]
  for (const merchant of ['tr', 'eu']) {
    const order = `order-${merchant}`
    harness.platform.addOrder(order, orderOf(10_000))
    const record = await harness.opened({ reference: `s-${merchant}`, merchant, order })
    harness.craftgate.pay(record.token, { id: 7 })
    await harness.platform.saveCheckout({ ...(await harness.stored(`s-${merchant}`)), paymentIds: [7] })
  }
  const event = eventOf('API_AUTH', '7')
  expect((await deliver(harness, event, sign(event, 'webhook-key-eu'))).status).toBe(200)
  expect(await states()).toEqual(['open', 'captured'])
})

describe('what webhooks tell of the key', () => {
  const keyOf = ({ shared: { connections } }: ShopHarness) => connections.of('tr')

  test('a payment page of the shop that no key signed speaks against it, until one comes that is signed', async () => {
    const { harness, event } = await paid()
    await deliver(harness, event, sign(event, 'an old key'))
    expect(keyOf(harness)).toEqual({ webhooksRefusedAt: harness.now })
    expect(harness.shared.connections.of('eu')).toEqual({})
    await deliver(harness, event)
    expect(keyOf(harness)).toEqual({ webhookCameAt: harness.now })
  })

  test('a payment of the shop does as well', async () => {
    const { harness, paymentId } = await paid()
    await harness.platform.saveCheckout({ ...(await harness.stored()), paymentIds: [paymentId] })
    await deliver(harness, eventOf('API_AUTH', String(paymentId)), 'nothing')
    expect(keyOf(harness).webhooksRefusedAt).toEqual(harness.now)
  })

  test.each(['a token of nobody', '4711'])(
    'what a stranger sends about %s says nothing',
    async (payloadId) => {
      const { harness } = await paid()
      await deliver(harness, eventOf('CHECKOUTFORM_AUTH', payloadId), 'nothing')
      expect(keyOf(harness)).toEqual({})
    },
  )

  test('a flood of strangers asks the database thirty times a minute, and the key is judged afterwards still', async () => {
    const { harness, event } = await paid()
    const find = harness.platform.findCheckout.bind(harness.platform)
    let asked = 0
    harness.platform.findCheckout = (query) => {
      if ('token' in query) asked += 1
      return find(query)
    }
    for (let sent = 0; sent < 50; sent += 1)
      await deliver(harness, eventOf('CHECKOUTFORM_AUTH', `t${sent}`), 'no')
    expect(asked).toBe(30)
    harness.now = new Date(harness.now.getTime() + 60_000)
    await deliver(harness, event, 'no')
    expect(keyOf(harness).webhooksRefusedAt).toEqual(harness.now)
  })

  test('it is refused also while the shop’s records cannot be read', async () => {
    const { harness, event } = await paid()
    harness.platform.findCheckout = () => Promise.reject(new Error('no database'))
    expect((await deliver(harness, event, 'nothing')).status).toBe(401)
    expect(harness.logged.map(({ level }) => level)).toContain('error')
  })
})
