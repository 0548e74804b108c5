import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { parse } from 'node-html-parser'
import { PUBLIC_URL, SHOP_A, SHOP_B, testHarness } from '../../test/merchant-harness'
import { attemptRow, paymentRow } from '../../test/rows'

const PAGES = [
  '/',
  '/panel',
  '/panel/payments/payment-1',
  '/privacy',
  '/settings/craftgate/live',
  '/settings/craftgate/test/remove',
]
const BUTTONS = [
  '/activate',
  '/deactivate',
  '/payments/reconcile',
  '/payments/payment-1/retry',
  '/panel/payments/payment-1/ask',
  '/panel/payments/payment-1/approve-loan',
  '/panel/fraud/reviews/payment-1/approve',
  '/panel/fraud/reviews/payment-1/reject',
  '/settings/craftgate/live',
  '/settings/craftgate/live/remove',
]

const rows = { sessions: [paymentRow()], attempts: [attemptRow()] }
const nothing = async () => []
const commerce = {
  declinedPayments: nothing,
  lateOperations: nothing,
  refusedRefunds: nothing,
  payLink: () => 'https://pay.example',
}

test.each(PAGES)('%s lets nothing run, load or frame, and is never kept', async (path) => {
  const answer = await testHarness({ rows, commerce }).get(path)
  expect(answer.status).toBe(200)
  const policy = answer.headers.get('content-security-policy') ?? ''
  const style = parse(await answer.text()).querySelector('style')?.rawText ?? ''
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  for (const rule of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    path.startsWith('/panel') ? "form-action 'self';" : "form-action 'self' https://*.myshopify.com",
  ])
    expect(policy).toContain(rule)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('referrer-policy')).toBe('same-origin')
})

test.each(PAGES)('%s has a language, a title, one heading, labels and landmarks', async (path) => {
  const page = parse(await (await testHarness({ rows, commerce }).get(path)).text())
  expect(page.querySelector('html')?.getAttribute('lang')).toBe('tr')
  expect(page.querySelectorAll('h1')).toHaveLength(1)
  expect(page.querySelectorAll('main, header, nav').length).toBeGreaterThanOrEqual(3)
  for (const field of page.querySelectorAll('input:not([type=hidden]), select'))
    expect(page.querySelector(`label[for=${field.id}]`)?.text).toBeTruthy()
  for (const table of page.querySelectorAll('table'))
    expect(table.querySelector('caption')?.text).toBeTruthy()
  expect(page.querySelectorAll('script, [style], [onclick]')).toHaveLength(0)
})

test.each(BUTTONS)(
  'POST %s from another site does nothing, whoever handles errors around it',
  async (path) => {
    const { app, configured, asked } = testHarness({ rows, commerce })
    const outer = new Hono().onError((_, context) => context.text('logged', 500)).route('/', app)
    const headers = { 'x-shop': SHOP_A, 'content-type': 'application/x-www-form-urlencoded' }
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const from: Record<string, string> = origin === undefined ? {} : { origin }
      const answer = await outer.request(path, {
        method: 'POST',
        headers: { ...headers, ...from },
        body: 'confirm=yes',
      })
      expect(answer.status).toBe(403)
    }
    expect([configured, asked]).toEqual([[], []])
  },
)

test.each(PAGES.slice(1))('%s sends whoever is not logged in to log in', async (path) => {
  const { app } = testHarness({ rows, commerce })
  expect((await app.request(path)).headers.get('location')).toBe('/')
  const named = await app.request(`${path}?shop=${SHOP_B}`)
  expect([named.status, named.headers.get('location')]).toEqual([303, `/auth?shop=${SHOP_B}`])
  expect((await app.request(path, { headers: { accept: 'application/json' } })).status).toBe(401)
})

test.each(BUTTONS)('POST %s of nobody does nothing', async (path) => {
  const answer = await testHarness({ rows, commerce }).post(path, { confirm: 'yes' }, { 'x-shop': '' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
})

test('the app is opened for the shop that Shopify names, not for the one of the last login', async () => {
  const { app, get } = testHarness()
  const location = async (answer: Response | Promise<Response>) => (await answer).headers.get('location')
  expect(await location(app.request(`/?shop=${SHOP_A}`))).toBe(`/auth?shop=${SHOP_A}`)
  expect(await location(get(`/?shop=${SHOP_B}`))).toBe(`/auth?shop=${SHOP_B}`)
  expect((await get(`/?shop=${SHOP_A}`)).status).toBe(200)
})

test('without a shop the app asks for one, and leads nowhere but to Shopify', async () => {
  const { app } = testHarness()
  const page = parse(await (await app.request('/')).text())
  expect(page.querySelector('form')?.attributes).toMatchObject({ method: 'get', action: '/' })
  const strange = await app.request('/?shop=evil.example.com')
  expect([strange.status, strange.headers.get('location')]).toEqual([422, null])
  expect(await strange.text()).toContain('.myshopify.com ile biter')
})

test('English when it is asked for, then remembered; else what the browser prefers; else Turkish', async () => {
  const { get } = testHarness()
  const langOf = async (answer: Response) =>
    parse(await answer.text())
      .querySelector('html')
      ?.getAttribute('lang')
  const asked = await get('/?lang=en')
  expect(asked.headers.get('set-cookie')).toMatch(/^craftgate_lang=en;.*HttpOnly; Secure; SameSite=Lax$/)
  expect(await langOf(asked)).toBe('en')
  expect(await langOf(await get('/', { cookie: 'craftgate_lang=en', 'accept-language': 'tr' }))).toBe('en')
  expect(await langOf(await get('/', { 'accept-language': 'de, en-GB;q=0.8, tr;q=0.7' }))).toBe('en')
  expect(await langOf(await get('/', { 'accept-language': 'de' }))).toBe('tr')
  expect(await langOf(await get('/?lang=de'))).toBe('tr')
})

test('the other language keeps what was looked for', async () => {
  const page = parse(await (await testHarness({ commerce }).get('/panel?q=abc&state=paid')).text())
  expect(page.querySelector('.tools a')?.getAttribute('href')).toBe('/panel?q=abc&state=paid&lang=en')
})

test('an emulated Shopify may be the end of a form too', async () => {
  const shopify = { apiKey: 'a', apiSecretKey: 'b', emulator: 'http://127.0.0.1:4100/shops' }
  const answer = await testHarness({ options: { shopify } }).get('/')
  expect(answer.headers.get('content-security-policy')).toContain(' http://127.0.0.1:4100;')
})

test('a word in the address is no message on the page', async () => {
  const text = await (await testHarness().get('/?done=constructor')).text()
  expect(text).not.toContain('role="status"')
  expect(PUBLIC_URL).toMatch(/^https:/)
})

test.each(BUTTONS)(
  'POST %s from another site does nothing, whatever the body is said to be',
  async (path) => {
    const { app, configured, asked } = testHarness({ rows, commerce })
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/xml', undefined]) {
      for (const origin of ['https://evil.example.com', 'null', undefined]) {
        const headers = { 'x-shop': SHOP_A, ...(type && { 'content-type': type }), ...(origin && { origin }) }
        const answer = await app.request(path, { method: 'POST', headers, body: '{}' })
        expect([type, origin, answer.status]).toEqual([type, origin, 403])
      }
    }
    expect([configured, asked]).toEqual([[], []])
  },
)
