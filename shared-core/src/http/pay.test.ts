import { ShopHarness } from '../testing/shop-harness'

const open = (harness: ShopHarness, link = harness.link(), init: RequestInit = {}) =>
  harness.inbound.handle(new Request(link, init), { clientIp: '203.0.113.7' })

const begun = async (harness = new ShopHarness()): Promise<ShopHarness> => {
  await harness.checkout.begin(harness.sale())
  return harness
}

test('a genuine link leads to Craftgate’s page, in the order’s language', async () => {
  const harness = await begun()
  const response = await open(harness)
  const { token } = await harness.stored()
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`https://pay.example.com/${token}?x=1&lang=tr`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(harness.craftgate.page(token).init.clientIp).toBe('203.0.113.7')
})

const [old, newest] = [
  'an-old-secret-of-32-or-more-characters',
  'a-new-secret-of-32-or-more-characters',
] as const

test.each([
  ['a list', [newest, old] as const],
  ['a text with commas', `${newest},${old}`],
])(
  'of several link secrets, %s, the first one signs, and the links of all of them open',
  async (_, linkSecret) => {
    const before = await begun(new ShopHarness({ linkSecret: old }))
    const after = await begun(new ShopHarness({ linkSecret }))
    expect(after.link()).not.toBe(before.link())
    expect((await open(after, before.link())).status).toBe(303)
    expect((await open(after)).status).toBe(303)
    expect((await open(before, after.link())).status).toBe(404)
    const alone = await begun(new ShopHarness({ linkSecret: newest }))
    expect((await open(alone, before.link())).status).toBe(404)
    expect((await open(alone, after.link())).status).toBe(303)
  },
)

test('the animated card is shown by option', async () => {
  const harness = await begun(new ShopHarness({ checkout: { animatedCard: true } }))
  const location = (await open(harness)).headers.get('location')
  expect(new URL(location ?? '').searchParams.get('animatedCard')).toBe('true')
})

test.each([
  [true, 'true', 'frame-ancestors https://shop.example.com'],
  [false, null, "frame-ancestors 'none'"],
])('in a frame, by option (%s)', async (frame, iframe, ancestors) => {
  const harness = await begun(new ShopHarness({ checkout: { frame } }))
  const location = (await open(harness, `${harness.link()}&frame=true`)).headers.get('location')
  expect(new URL(location ?? '').searchParams.get('iframe')).toBe(iframe)
  const { token } = await harness.stored()
  expect(harness.craftgate.page(token).init.useTopRedirection).toBe(frame || undefined)
  const preview = await open(harness, `${harness.link()}&frame=true`, {
    headers: { 'sec-purpose': 'prefetch' },
  })
  expect(preview.headers.get('content-security-policy')).toContain(ancestors)
  const whole = await open(harness, harness.link(), { headers: { 'sec-purpose': 'prefetch' } })
  expect(whole.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('a page in a frame takes no sum in parts', () => {
  expect(() => new ShopHarness({ checkout: { frame: true, multiPayment: true } })).toThrow(/multiPayment/)
})

test('a shop below a path works whether or not the proxy cuts the path off', async () => {
  const harness = await begun(
    new ShopHarness({ publicUrl: 'https://example.com/shop/', basePath: '/pay-api' }),
  )
  expect(harness.link()).toMatch(/^https:\/\/example\.com\/shop\/pay-api\/pay\/session-1\?sig=/)
  expect((await open(harness)).status).toBe(303)
  expect((await open(harness, harness.link().replace('/shop', ''))).status).toBe(303)
})

test('a reference with odd characters finds its way', async () => {
  const harness = new ShopHarness()
  await harness.checkout.begin(harness.sale({ reference: 'a/b c?d' }))
  expect((await open(harness, harness.link('a/b c?d'))).status).toBe(303)
})

test.each([
  ['no signature', (link: string) => link.replace(/\?.*/, '')],
  ['a forged signature', (link: string) => link.replace(/sig=.{4}/, 'sig=AAAA')],
  ['a cut signature', (link: string) => link.slice(0, -1)],
  ['the signature of another reference', (link: string) => link.replace('session-1', 'session-2')],
  ['a broken escape', (link: string) => link.replace('session-1', '%E0%A4%A')],
])('%s: a page that says not found, and Craftgate hears nothing', async (_, change) => {
  const harness = await begun()
  await harness.checkout.begin(harness.sale({ reference: 'session-2' }))
  const response = await open(harness, change(harness.link()))
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toMatch('text/html')
  expect(harness.craftgate.calls).toEqual([])
})

test('a genuine link to nothing is not found', async () => {
  expect((await open(new ShopHarness())).status).toBe(404)
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is not a way to pay', async (method) => {
  const harness = await begun()
  const response = await open(harness, harness.link(), { method })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  expect(harness.craftgate.calls).toEqual([])
})

test.each(['a\u0000b', 'a\nb', 'a\u007f'])(
  'a reference with a control character names nothing, and no database is asked: %j',
  async (reference) => {
    const harness = new ShopHarness()
    harness.platform.failures.set('findCheckout', 1)
    const answer = await harness.inbound.handle(new Request(harness.link(reference)))
    expect(answer.status).toBe(404)
  },
)

test('two simultaneous visits lead to one page', async () => {
  const harness = await begun()
  const locations = (await Promise.all([open(harness), open(harness)])).map((each) =>
    each.headers.get('location'),
  )
  expect(new Set(locations).size).toBe(1)
  expect([...harness.craftgate.pages.values()].filter(({ dead }) => !dead)).toHaveLength(1)
})

test('Craftgate away: a page that says so in the shopper’s language, and the link works later', async () => {
  const harness = await begun()
  harness.craftgate.goDown()
  const response = await open(harness, harness.link(), { headers: { 'accept-language': 'en-GB,tr;q=0.5' } })
  const html = await response.text()
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(html).toMatch(/<html lang="en">[\s\S]*Your order is safe/)
  harness.craftgate.recover()
  expect((await open(harness)).status).toBe(303)
})

test('wrong keys: a page without a word about keys, and a log entry with its request number', async () => {
  const harness = await begun()
  harness.craftgate.rejectKeys()
  const response = await open(harness)
  const html = await response.text()
  const requestId = response.headers.get('x-request-id')
  expect(response.status).toBe(500)
  expect(html).toContain(requestId)
  expect(html).not.toMatch(/api|key|unauthorized|Craftgate/i)
  expect(harness.logged).toContainEqual(
    expect.objectContaining({
      facts: expect.objectContaining({ requestId, error: expect.objectContaining({ kind: 'unauthorized' }) }),
    }),
  )
})

test.each([
  ['from-the-proxy', 'from-the-proxy'],
  ['<script>', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ['x'.repeat(65), expect.stringMatching(/^[0-9a-f-]{36}$/)],
])(
  'the request number that the framework gave stands on the page and in the log: %s',
  async (given, taken) => {
    const harness = await begun()
    harness.craftgate.goDown()
    const response = await harness.inbound.handle(new Request(harness.link()), { requestId: given })
    const requestId = response.headers.get('x-request-id')
    expect(requestId).toEqual(taken)
    expect(await response.text()).toContain(`: ${requestId}<`)
    expect(harness.logged).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining({ requestId }) }),
    )
  },
)

test('the page loads nothing from anywhere and cannot be framed', async () => {
  const response = await open(new ShopHarness())
  const html = await response.text()
  expect(response.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*frame-ancestors 'none'/,
  )
  expect(html).not.toMatch(/<script|src=|href=/)
})

test.each([
  [undefined, 'tr'],
  ['tr-TR,tr;q=0.9,en;q=0.8', 'tr'],
  ['en-US,en;q=0.9', 'en'],
  ['de-DE,en;q=0.7', 'en'],
  ['de', 'tr'],
])('a browser that asks for %s reads %s', async (wanted, language) => {
  const headers: Record<string, string> = wanted === undefined ? {} : { 'accept-language': wanted }
  const response = await open(new ShopHarness(), undefined, { headers })
  expect(await response.text()).toContain(`<html lang="${language}">`)
})

test('what is paid already leads back to the shop', async () => {
  const harness = await begun()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  const location = (await open(harness)).headers.get('location')
  expect(location).toBe('https://shop.example.com/return?order=order-1&outcome=captured')
})

test('an order that the shop cannot read now: an error page, nothing started', async () => {
  const harness = await begun()
  harness.platform.failures.set('readOrder', 1)
  expect((await open(harness)).status).toBe(500)
  expect((await open(harness)).status).toBe(303)
})

test.each([
  '/',
  '/craftgate',
  '/craftgate/',
  '/craftgate/pay',
  '/craftgate/pay/',
  '/craftgate/pay/a/b',
  '/craftgate/callback/x',
  '/craftgatepay/a',
  '/other',
])('nothing is at %s', async (path) => {
  const harness = new ShopHarness()
  expect((await harness.inbound.handle(new Request(`https://pay.shop.example.com${path}`))).status).toBe(404)
})
