import type { CheckoutRecord } from '../platform'
import { ShopHarness } from '../testing/shop-harness'
import { webhookSignature } from './webhook'

const BASE = 'https://pay.shop.example.com/craftgate'
const SHOPPER = { clientIp: '198.51.100.7' }

/** Opens the pay link as a person does. */
const open = (harness: ShopHarness, client: { clientIp?: string } = SHOPPER, language = 'tr') =>
  harness.inbound.handle(new Request(harness.link(), { headers: { 'accept-language': language } }), client)

const callback = (harness: ShopHarness, { token = '' }: CheckoutRecord, client = SHOPPER) =>
  harness.inbound.handle(
    new Request(`${BASE}/callback`, { method: 'POST', body: new URLSearchParams({ token }) }),
    client,
  )

const webhook = (harness: ShopHarness, { token = '' }: CheckoutRecord) => {
  const event = { eventType: 'CHECKOUTFORM_AUTH', eventTimestamp: '1', status: 'SUCCESS', payloadId: token }
  const headers = {
    'content-type': 'application/json',
    'x-cg-signature-v1': webhookSignature('webhook-key-tr', event),
  }
  const body = JSON.stringify(event)
  return harness.inbound.handle(new Request(`${BASE}/webhook`, { method: 'POST', body, headers }), SHOPPER)
}

/** A shop whose page is open, and an address that has used up its requests. */
async function exhausted() {
  const harness = new ShopHarness()
  const record = await harness.opened()
  for (let n = 0; n < 120; n += 1) expect((await open(harness)).status).toBe(303)
  return { harness, record }
}

test.each([
  ['tr', 'Çok fazla istek'],
  ['en', 'Too many requests'],
])(
  'who opens pay links too often is told so in their language (%s), and asks nothing',
  async (language, title) => {
    const { harness } = await exhausted()
    const asked = harness.craftgate.calls.length
    const answer = await open(harness, SHOPPER, language)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await answer.text()).toContain(title)
    expect(harness.craftgate.calls).toHaveLength(asked)
  },
)

test('a minute later the address may ask again', async () => {
  const { harness } = await exhausted()
  expect((await open(harness)).status).toBe(429)
  harness.pass(1)
  expect((await open(harness)).status).toBe(303)
})

test('another address is not limited, nor a loopback or an unknown one', async () => {
  const { harness } = await exhausted()
  const others = [{ clientIp: '198.51.100.8' }, { clientIp: '127.0.0.1' }, { clientIp: '::1' }, {}]
  for (const client of others) expect((await open(harness, client)).status).toBe(303)
})

test('a shopper who paid and is refused at the callback loses nothing: the scheduled check finds the payment', async () => {
  const { harness, record } = await exhausted()
  harness.craftgate.pay(record.token)
  const asked = harness.craftgate.calls.length
  const refused = await callback(harness, record)
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('Ödediyseniz paranız kaybolmaz')
  expect(harness.craftgate.calls).toHaveLength(asked)
  expect((await harness.stored()).state).toBe('open')
  harness.pass(5)
  await harness.reconcile()
  expect((await harness.stored()).state).toBe('captured')
})

test('a webhook is not limited', async () => {
  const { harness, record } = await exhausted()
  harness.craftgate.pay(record.token)
  expect((await webhook(harness, record)).status).toBe(200)
  expect((await harness.stored()).state).toBe('captured')
})

test('what the record answers is answered, however often it is asked', async () => {
  const { harness, record } = await exhausted()
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  for (let n = 0; n < 300; n += 1) expect((await callback(harness, record)).status).toBe(303)
  expect((await open(harness)).status).toBe(303)
})

test('an opening that starts nothing is not counted', async () => {
  const harness = new ShopHarness()
  await harness.opened()
  const preview = () => harness.inbound.handle(new Request(harness.link(), { method: 'HEAD' }), SHOPPER)
  for (let n = 0; n < 300; n += 1) expect((await preview()).status).toBe(200)
  expect((await open(harness)).status).toBe(303)
})

test('the log says once a minute that an address is refused', async () => {
  const { harness } = await exhausted()
  const said = () => harness.logged.filter(({ message }) => message.includes('requestsPerMinute'))
  for (let n = 0; n < 50; n += 1) await open(harness)
  expect(said()).toHaveLength(1)
})

test('the option says how often, and switches the limit off', async () => {
  const strict = new ShopHarness({ requestsPerMinute: 1 })
  await strict.opened()
  const statuses = []
  for (let n = 0; n < 3; n += 1) statuses.push((await open(strict)).status)
  expect(statuses).toEqual([303, 303, 429])
  const free = new ShopHarness({ requestsPerMinute: false })
  await free.opened()
  for (let n = 0; n < 300; n += 1) expect((await open(free)).status).toBe(303)
})

test.each([0, -1, 1.5, true, '60'])('the option refuses %j', (requestsPerMinute) => {
  const make = () => new ShopHarness({ requestsPerMinute: requestsPerMinute as number })
  expect(make).toThrow('- requestsPerMinute: must be a whole number of 1 or more, or false')
})
