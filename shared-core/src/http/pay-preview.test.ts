import { orderOf, ShopHarness } from '../testing/shop-harness'

// A link is opened by more than shoppers: mail scanners, previews of messengers, browsers that fetch ahead.

async function begun(): Promise<ShopHarness> {
  const harness = new ShopHarness()
  await harness.checkout.begin(harness.sale())
  return harness
}

const open = (harness: ShopHarness, init: RequestInit = {}, link = harness.link()) =>
  harness.inbound.handle(new Request(link, init), { clientIp: '203.0.113.7' })

const AHEAD: readonly [string, RequestInit][] = [
  ['a HEAD', { method: 'HEAD' }],
  ['a prefetch', { headers: { 'sec-purpose': 'prefetch' } }],
  ['a prerender', { headers: { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-mode': 'navigate' } }],
  ['a prefetch of an older browser', { headers: { purpose: 'prefetch' } }],
  ['a script that fetches', { headers: { 'sec-fetch-mode': 'cors' } }],
  ['a script that does not read', { headers: { 'sec-fetch-mode': 'no-cors' } }],
]

test.each(AHEAD)('%s starts nothing and gets a page whose button pays', async (_, init) => {
  const harness = await begun()
  const answer = await open(harness, init)
  expect(answer.status).toBe(200)
  expect(harness.craftgate.calls).toEqual([])
  expect((await harness.stored()).state).toBe('created')
  if (init.method === 'HEAD') return
  const html = await answer.text()
  expect(html).toMatch(/<form method="post">[\s\S]*<button[^>]*>Ödemeye geç<\/button>/)
})

test('the button leads to Craftgate’s page, and no policy of our page keeps the browser from going there', async () => {
  const harness = await begun()
  const before = await open(harness, { headers: { 'sec-purpose': 'prefetch' } })
  // Browsers hold a policy for forms against the redirect that answers the form too.
  expect(before.headers.get('content-security-policy')).not.toContain('form-action')
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-mode': 'navigate' }
  const answer = await open(harness, { method: 'POST', headers, body: '' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toMatch(/^https:\/\/pay\.example\.com\//)
  expect(harness.craftgate.calls).toEqual(['init'])
})

test('a browser that navigates, and one that says nothing of what it does, are led to Craftgate’s page', async () => {
  for (const headers of [{ 'sec-fetch-mode': 'navigate' }, {}] as Record<string, string>[]) {
    expect((await open(await begun(), { headers })).status).toBe(303)
  }
})

test('a forged link stays not found, whoever opens it and however', async () => {
  const harness = await begun()
  const link = harness.link().replace(/sig=.{4}/, 'sig=AAAA')
  for (const init of [{ method: 'HEAD' }, { method: 'POST', body: '' }]) {
    expect((await open(harness, init, link)).status).toBe(404)
  }
})

describe('an order that costs nothing', () => {
  async function free(): Promise<ShopHarness> {
    const harness = await begun()
    harness.platform.order('order-1').snapshot = orderOf(0, { lines: [], isFree: true })
    return harness
  }
  const placed = (harness: ShopHarness) => harness.platform.order('order-1').placedFree

  test.each<[string, RequestInit]>([...AHEAD, ['a program that says nothing of what it does', {}]])(
    '%s places nothing',
    async (_, init) => {
      const harness = await free()
      expect((await open(harness, init)).status).toBe(200)
      expect(placed(harness)).toBe(0)
    },
  )

  test.each<[string, RequestInit]>([
    ['a browser that navigates', { headers: { 'sec-fetch-mode': 'navigate' } }],
    ['the button', { method: 'POST', body: '' }],
  ])('%s has it placed, without a word to Craftgate, and leads back to the shop', async (_, init) => {
    const harness = await free()
    const answer = await open(harness, init)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch('https://shop.example.com/return?order=order-1')
    expect(placed(harness)).toBe(1)
    expect(harness.craftgate.calls).toEqual([])
    expect((await open(harness, init)).status).toBe(303)
    expect(placed(harness)).toBe(1)
  })

  test('the shop can not place it now: a page that says so, and the next opening places it', async () => {
    const harness = await free()
    harness.platform.failures.set('placeFreeOrder', 1)
    expect((await open(harness, { method: 'POST', body: '' })).status).toBe(500)
    expect((await open(harness, { method: 'POST', body: '' })).status).toBe(303)
    expect(placed(harness)).toBe(1)
  })
})
