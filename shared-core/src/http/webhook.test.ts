import { createHmac } from 'node:crypto'
import { orderOf, ShopRig } from '../testing/shop-rig'
import { webhookSignature } from './webhook-event'

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

const post = (rig: ShopRig, body: RequestInit['body'], headers: Record<string, string> = {}) =>
  rig.inbound.handle(
    new Request(ADDRESS, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      duplex: 'half',
    } as RequestInit),
  )

const deliver = (rig: ShopRig, event: Event, signature = sign(event)) =>
  post(rig, JSON.stringify(event), { 'x-cg-signature-v1': signature })

const paid = async (rig = new ShopRig()) => {
  const record = await rig.opened()
  const paymentId = rig.craftgate.pay(record.token)
  return { rig, record, paymentId, event: eventOf('CHECKOUTFORM_AUTH', record.token) }
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
  const { rig, event } = await paid()
  const response = await deliver(rig, event)
  expect([response.status, await response.text()]).toEqual([200, 'ok\n'])
  expect((await rig.stored()).state).toBe('captured')
})

test('a content type with a charset is JSON too', async () => {
  const { rig, event } = await paid()
  const headers = { 'x-cg-signature-v1': sign(event), 'content-type': 'application/json;charset=UTF-8' }
  expect((await post(rig, JSON.stringify(event), headers)).status).toBe(200)
})

test('an event is handled once; its later deliveries ask nobody', async () => {
  const { rig, event } = await paid()
  for (let delivery = 0; delivery < 5; delivery++) expect((await deliver(rig, event)).status).toBe(200)
  expect(rig.craftgate.calls.filter((call) => call === 'retrieve')).toHaveLength(1)
})

test('five deliveries and a callback at once move the order once', async () => {
  const { rig, record, event } = await paid()
  const callback = new Request('https://pay.shop.example.com/craftgate/callback', {
    method: 'POST',
    body: new URLSearchParams({ token: record.token }),
  })
  const deliveries = Array.from({ length: 5 }, () => deliver(rig, event))
  const responses = await Promise.all([rig.inbound.handle(callback), ...deliveries])
  expect(responses.map(({ status }) => status)).toEqual([303, 200, 200, 200, 200, 200])
  expect(rig.platform.applied.filter(({ answer }) => answer === 'applied')).toHaveLength(1)
  expect((await rig.stored()).state).toBe('captured')
})

test('an event that tells of success proves nothing: Craftgate is asked', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  expect((await deliver(rig, eventOf('CHECKOUTFORM_AUTH', record.token))).status).toBe(200)
  expect((await rig.stored()).state).toBe('open')
})

test('the payload is not signed and never acted on', async () => {
  const { rig, event } = await paid()
  const payload = { token: 'other', price: '0,01', status: 'FAILURE', paymentId: 1 }
  expect((await deliver(rig, { ...event, payload })).status).toBe(200)
  expect((await rig.stored()).state).toBe('captured')
})

test.each(['API_AUTH', 'API_VERIFY_AND_AUTH', 'THREEDS_VERIFY'])(
  '%s names the payment',
  async (eventType) => {
    const { rig, record, paymentId } = await paid()
    await rig.platform.saveCheckout({ ...(await rig.stored()), paymentIds: [paymentId] })
    expect((await deliver(rig, eventOf(eventType, String(paymentId)))).status).toBe(200)
    expect((await rig.stored(record.reference)).state).toBe('captured')
  },
)

test.each([
  ['no signature', ''],
  ['a signature of nobody', sign(eventOf('CHECKOUTFORM_AUTH', 'x'), 'nobody')],
])('%s: refused, and nothing is read', async (_, signature) => {
  const { rig, event } = await paid()
  expect((await deliver(rig, event, signature)).status).toBe(401)
  expect((await rig.stored()).state).toBe('open')
})

test.each([
  { payloadId: 'another-token' },
  { status: 'FAILURE' },
  { eventTimestamp: 1 },
  { eventType: 'API_AUTH' },
])('a signed field that was changed is refused: %j', async (change) => {
  const { rig, event } = await paid()
  expect((await deliver(rig, { ...event, ...change }, sign(event))).status).toBe(401)
})

test('an event of one merchant moves nothing of another', async () => {
  const { rig, event } = await paid()
  const response = await deliver(rig, event, sign(event, 'webhook-key-eu'))
  expect([response.status, await response.text()]).toEqual([200, 'ignored\n'])
  expect((await rig.stored()).state).toBe('open')
})

test.each(['{', '', 'null', '[]', '"text"', '{"eventType":"API_AUTH"}', '{"eventType":{},"status":1}'])(
  'a body of %s is no event',
  async (body) => {
    expect((await post(new ShopRig(), body, { 'x-cg-signature-v1': 'x' })).status).toBe(400)
  },
)

test('a form is refused', async () => {
  const response = await post(new ShopRig(), 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })
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
  expect((await post(new ShopRig(), chunks)).status).toBe(413)
})

test('a large payload within the limit is taken', async () => {
  const { rig, event } = await paid()
  expect((await deliver(rig, { ...event, payload: 'x'.repeat(50_000) })).status).toBe(200)
})

test('GET is not a webhook', async () => {
  const response = await new ShopRig().inbound.handle(new Request(ADDRESS))
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})

test.each([
  ['an event type of the future', 'MOON_LANDING', 'x'],
  ['a token of nobody', 'CHECKOUTFORM_AUTH', 'x'],
  ['a payment of nobody', 'API_AUTH', '42'],
  ['a payment that is no number', 'API_AUTH', 'x'],
  ['a payout', 'PAYOUT_COMPLETED', '50'],
])('%s is acknowledged, ignored and not remembered', async (_, eventType, payloadId) => {
  const rig = new ShopRig()
  const response = await deliver(rig, eventOf(eventType, payloadId))
  expect([response.status, await response.text()]).toEqual([200, 'ignored\n'])
  expect(rig.platform.handledEvents.size).toBe(0)
})

test.each(['REFUND', 'REFUND_TX'])('%s follows the open money calls', async (eventType) => {
  const rig = new ShopRig()
  expect((await deliver(rig, eventOf(eventType, '24'))).status).toBe(200)
  expect(rig.resumed).toBe(1)
})

test('Craftgate away: not handled, so that it is delivered again, and the next delivery settles', async () => {
  const { rig, event } = await paid()
  rig.craftgate.goDown()
  expect((await deliver(rig, event)).status).toBe(503)
  expect(rig.platform.handledEvents.size).toBe(0)
  rig.craftgate.recover()
  expect((await deliver(rig, event)).status).toBe(200)
  expect((await rig.stored()).state).toBe('captured')
})

test.each(['eventHandled', 'findCheckout', 'apply', 'saveCheckout', 'markEventHandled'] as const)(
  'a shop that cannot %s now answers 503, and the next delivery settles',
  async (method) => {
    const { rig, event } = await paid()
    rig.platform.failures.set(method, 1)
    expect((await deliver(rig, event)).status).toBe(503)
    expect((await deliver(rig, event)).status).toBe(200)
    expect((await rig.stored()).state).toBe('captured')
  },
)

test('no key and no token is logged', async () => {
  const { rig, record, event } = await paid()
  await deliver(rig, event, 'forged')
  rig.craftgate.goDown()
  await deliver(rig, event)
  expect(rig.logged.length).toBeGreaterThan(1)
  expect(JSON.stringify(rig.logged)).not.toMatch(new RegExp(`${KEY}|${record.token}|forged`))
})

test('a payment id means the payment of the account whose key signed the event', async () => {
  const rig = new ShopRig()
  const states = async () => [(await rig.stored('s-tr')).state, (await rig.stored('s-eu')).state]
  for (const merchant of ['tr', 'eu']) {
    const order = `order-${merchant}`
    rig.platform.addOrder(order, orderOf(10_000))
    const record = await rig.opened({ reference: `s-${merchant}`, merchant, order })
    rig.craftgate.pay(record.token, { id: 7 })
    await rig.platform.saveCheckout({ ...(await rig.stored(`s-${merchant}`)), paymentIds: [7] })
  }
  const event = eventOf('API_AUTH', '7')
  expect((await deliver(rig, event, sign(event, 'webhook-key-eu'))).status).toBe(200)
  expect(await states()).toEqual(['open', 'captured'])
})
