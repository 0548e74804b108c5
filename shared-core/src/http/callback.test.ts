import { orderOf, ShopHarness } from '../testing/shop-harness'

const ADDRESS = 'https://pay.shop.example.com/craftgate/callback'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const post = (harness: ShopHarness, body: RequestInit['body'], headers: Record<string, string> = FORM) =>
  harness.inbound.handle(
    new Request(ADDRESS, { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
  )

const callback = (harness: ShopHarness, token: string) =>
  post(harness, new URLSearchParams({ token }).toString())

const whereTo = (response: Response) => [response.status, response.headers.get('location')]
const returning = (outcome: string) => [
  303,
  `https://shop.example.com/return?order=order-1&outcome=${outcome}`,
]

test('the browser that comes back is settled and sent to the shop', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  expect(whereTo(await callback(harness, token))).toEqual(returning('captured'))
  expect((await harness.stored()).state).toBe('captured')
})

test('a callback that comes twice changes nothing more', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  await callback(harness, token)
  expect(whereTo(await callback(harness, token))).toEqual(returning('captured'))
  expect(harness.platform.applied).toHaveLength(1)
})

test('a callback without a payment proves nothing: the order does not move', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  expect(whereTo(await callback(harness, token))).toEqual(returning('pending'))
  expect(harness.platform.applied).toEqual([])
})

test('the token of a cheaper payment moves its own order and no other', async () => {
  const harness = new ShopHarness()
  harness.platform.addOrder('cheap', orderOf(100))
  const dear = await harness.opened()
  const cheap = await harness.opened({
    reference: 'cheap',
    order: 'cheap',
    expected: { minor: 100, currency: 'TRY' },
  })
  harness.craftgate.pay(cheap.token)
  await callback(harness, cheap.token)
  expect((await harness.stored(dear.reference)).state).toBe('open')
  expect(harness.platform.order('order-1').payment).toBeUndefined()
})

test('a return address with Turkish letters is one that a header can carry', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  harness.platform.returnUrl = async () => 'https://shop.example.com/sipariş/teşekkürler?ad=İpek'
  expect(whereTo(await callback(harness, token))).toEqual([
    303,
    'https://shop.example.com/sipari%C5%9F/te%C5%9Fekk%C3%BCrler?ad=%C4%B0pek',
  ])
})

test('other fields of the form are not read', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  const response = await post(
    harness,
    new URLSearchParams({ token, status: 'SUCCESS', paymentId: '1' }).toString(),
  )
  expect(whereTo(response)).toEqual(returning('pending'))
})

test('an unknown token is not found', async () => {
  const harness = new ShopHarness()
  expect((await callback(harness, 'nobody-knows-me')).status).toBe(404)
  expect(harness.craftgate.calls).toEqual([])
})

test.each([
  ['nothing', ''],
  ['an empty token', 'token='],
  ['two tokens', 'token=a&token=b'],
  ['an endless token', `token=${'a'.repeat(300)}`],
  ['a token of control characters', 'token=a%00b'],
  ['JSON in a form', '{"token":"a"}'],
  ['broken escapes', '%%%=%ZZ&\u0000'],
])('a body with %s is refused', async (_, body) => {
  expect((await post(new ShopHarness(), body)).status).toBe(400)
})

test.each(['application/json', 'multipart/form-data', 'text/plain'])('%s is refused', async (type) => {
  expect((await post(new ShopHarness(), 'token=a', { 'content-type': type })).status).toBe(415)
})

test('a body without a content type is refused', async () => {
  const body = new ReadableStream({ start: (controller) => controller.close() })
  expect((await post(new ShopHarness(), body, {})).status).toBe(415)
})

test('a body that is announced as too large is not even read', async () => {
  const response = await post(new ShopHarness(), 'token=a', { ...FORM, 'content-length': '999999' })
  expect(response.status).toBe(413)
})

test('a body that does not end is cut off', async () => {
  let pulled = 0
  let cancelled = false
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(1024).fill(97))
    },
    cancel() {
      cancelled = true
    },
  })
  expect((await post(new ShopHarness(), body)).status).toBe(413)
  expect(pulled).toBeLessThan(30)
  expect(cancelled).toBe(true)
})

test('a body that breaks off is refused', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
  expect((await post(new ShopHarness(), body)).status).toBe(400)
})

test('GET is not a callback', async () => {
  const response = await new ShopHarness().inbound.handle(new Request(`${ADDRESS}?token=a`))
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})

test('Craftgate away: the shopper goes on to a pending page, and reconcile finishes', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  harness.craftgate.goDown()
  expect(whereTo(await callback(harness, token))).toEqual(returning('pending'))
  harness.craftgate.recover()
  harness.pass(3)
  await harness.reconcile()
  expect((await harness.stored()).state).toBe('captured')
})

test('the shop’s database away: an error page, never an exception', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.platform.failures.set('findCheckout', 1)
  const response = await callback(harness, token)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toMatch(/findCheckout/)
})

test.each([
  'https://evil.example.com/return',
  'https://shop.example.com.evil.example/return',
  'http://shop.example.com/return',
  'javascript:alert(1)//https://shop.example.com',
  'blob:https://shop.example.com/return',
])('nobody is sent to %s', async (address) => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.platform.returnUrlBase = address
  const response = await callback(harness, token)
  expect([response.status, response.headers.get('location')]).toEqual([500, null])
  expect(harness.logged).toContainEqual(
    expect.objectContaining({ message: expect.stringMatching('returnOrigins') }),
  )
})

test('a relative return address is refused too', async () => {
  const harness = new ShopHarness()
  const { token } = await harness.opened()
  harness.platform.returnUrl = async () => '//evil.example.com'
  expect((await callback(harness, token)).status).toBe(500)
})
