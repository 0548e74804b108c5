import { ShopRig } from '../testing/shop-rig'

const open = (rig: ShopRig, link = rig.link(), init: RequestInit = {}) =>
  rig.inbound.handle(new Request(link, init), { clientIp: '203.0.113.7' })

const begun = async (rig = new ShopRig()): Promise<ShopRig> => {
  await rig.checkout.begin(rig.sale())
  return rig
}

test('a genuine link leads to Craftgate’s page, in the order’s language', async () => {
  const rig = await begun()
  const response = await open(rig)
  const { token } = await rig.stored()
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`https://pay.example.com/${token}?x=1&lang=tr`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(rig.craftgate.page(token).init.clientIp).toBe('203.0.113.7')
})

test('the animated card is shown by option', async () => {
  const rig = await begun(new ShopRig({ checkout: { animatedCard: true } }))
  const location = (await open(rig)).headers.get('location')
  expect(new URL(location ?? '').searchParams.get('animatedCard')).toBe('true')
})

test('a shop below a path works whether or not the proxy cuts the path off', async () => {
  const rig = await begun(new ShopRig({ publicUrl: 'https://example.com/shop/', basePath: '/pay-api' }))
  expect(rig.link()).toMatch(/^https:\/\/example\.com\/shop\/pay-api\/pay\/session-1\?sig=/)
  expect((await open(rig)).status).toBe(303)
  expect((await open(rig, rig.link().replace('/shop', ''))).status).toBe(303)
})

test('a reference with odd characters finds its way', async () => {
  const rig = new ShopRig()
  await rig.checkout.begin(rig.sale({ reference: 'a/b c?d' }))
  expect((await open(rig, rig.link('a/b c?d'))).status).toBe(303)
})

test.each([
  ['no signature', (link: string) => link.replace(/\?.*/, '')],
  ['a forged signature', (link: string) => link.replace(/sig=.{4}/, 'sig=AAAA')],
  ['a cut signature', (link: string) => link.slice(0, -1)],
  ['the signature of another reference', (link: string) => link.replace('session-1', 'session-2')],
  ['a broken escape', (link: string) => link.replace('session-1', '%E0%A4%A')],
])('%s: a page that says not found, and Craftgate hears nothing', async (_, change) => {
  const rig = await begun()
  await rig.checkout.begin(rig.sale({ reference: 'session-2' }))
  const response = await open(rig, change(rig.link()))
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toMatch('text/html')
  expect(rig.craftgate.calls).toEqual([])
})

test('a genuine link to nothing is not found', async () => {
  expect((await open(new ShopRig())).status).toBe(404)
})

test.each(['POST', 'HEAD', 'DELETE'])('%s is not a way to pay', async (method) => {
  const rig = await begun()
  const response = await open(rig, rig.link(), { method })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  expect(rig.craftgate.calls).toEqual([])
})

test('two simultaneous visits lead to one page', async () => {
  const rig = await begun()
  const locations = (await Promise.all([open(rig), open(rig)])).map((each) => each.headers.get('location'))
  expect(new Set(locations).size).toBe(1)
  expect([...rig.craftgate.pages.values()].filter(({ dead }) => !dead)).toHaveLength(1)
})

test('Craftgate away: a page that says so in the shopper’s language, and the link works later', async () => {
  const rig = await begun()
  rig.craftgate.goDown()
  const response = await open(rig, rig.link(), { headers: { 'accept-language': 'en-GB,tr;q=0.5' } })
  const html = await response.text()
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(html).toMatch(/<html lang="en">[\s\S]*Your order is safe/)
  rig.craftgate.recover()
  expect((await open(rig)).status).toBe(303)
})

test('wrong keys: a page without a word about keys, and a log entry with its request number', async () => {
  const rig = await begun()
  rig.craftgate.rejectKeys()
  const response = await open(rig)
  const html = await response.text()
  const requestId = response.headers.get('x-request-id')
  expect(response.status).toBe(500)
  expect(html).toContain(requestId)
  expect(html).not.toMatch(/api|key|unauthorized|Craftgate/i)
  expect(rig.logged).toContainEqual(
    expect.objectContaining({
      facts: expect.objectContaining({ requestId, error: expect.objectContaining({ kind: 'unauthorized' }) }),
    }),
  )
})

test('the page loads nothing from anywhere and cannot be framed', async () => {
  const response = await open(new ShopRig())
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
  const response = await open(new ShopRig(), undefined, { headers })
  expect(await response.text()).toContain(`<html lang="${language}">`)
})

test('what is paid already leads back to the shop', async () => {
  const rig = await begun()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  await rig.settle(record)
  const location = (await open(rig)).headers.get('location')
  expect(location).toBe('https://shop.example.com/return?order=order-1&outcome=captured')
})

test('an order that the shop cannot read now: an error page, nothing started', async () => {
  const rig = await begun()
  rig.platform.failures.set('readOrder', 1)
  expect((await open(rig)).status).toBe(500)
  expect((await open(rig)).status).toBe(303)
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
  const rig = new ShopRig()
  expect((await rig.inbound.handle(new Request(`https://pay.shop.example.com${path}`))).status).toBe(404)
})
