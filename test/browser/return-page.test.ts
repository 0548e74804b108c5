// The example storefront's page after paying, as its server sends it while the shop is slow; and what jumps while pages get their data.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startChromium, Visitor } from './chromium'
import { flawsOf, layoutShiftOf, violationsOf } from './page-flaws'

const PAYMENT = {
  version: 1,
  reference: 'ref-1',
  state: 'declined',
  price: { amount: '1249.90', currency: 'TRY' },
}

let browser: Browser
let visitor: Visitor
let storefront: ChildProcess
let url: string
/** What the server asked of the shop, and what waits for its answer. */
let asked: IncomingMessage[]
let waiting: ServerResponse[]
let isSlow: boolean
/** What a shop that is not slow leaves unanswered. */
let isHeld = /$^/
const shop = createServer((request, response) => {
  asked.push(request)
  waiting.push(response)
  if (!isSlow && !isHeld.test(request.url ?? '')) answer()
})

const PRICE = { version: 1, exact: true, price: { amount: '1249.90', currency: 'TRY' } }
const WAY = { each: '430.00', total: '1290.00', interest: '40.10' }
const CAMPAIGN = { count: 3, each: '416.63', total: '1249.90', interest: '0.00', fundedBy: 'merchant' }
const SINGLE = { ...CAMPAIGN, count: 1, each: '1249.90', fundedBy: 'nobody' }
const CARDS = { commercial: false, forceThreeDS: false, options: [SINGLE, CAMPAIGN] }
const LENDER = { method: 'ZIP', name: 'Zip', banks: [{ plans: [{ months: 3, ...WAY }] }] }

/** What the shop tells storefronts, by the end of the address. */
const TOLD: Readonly<Record<string, object>> = {
  installments: { ...PRICE, tables: [{ cardFamily: 'Maximum', ...CARDS }] },
  'loan-offers': { ...PRICE, lenders: [LENDER] },
}

const VARIANT = {
  id: '1',
  name: 'Havlu',
  sku: 'H1',
  priceWithTax: 124_990,
  currencyCode: 'TRY',
  stockLevel: 'IN_STOCK',
}

/** The Shop API, of a guest with an empty cart who may pay again. */
const shopApi = () => ({
  data: {
    collections: { items: [] },
    product: {
      slug: 'havlu',
      name: 'Havlu',
      description: 'Pamuklu, iki parça.',
      featuredAsset: null,
      collections: [],
      optionGroups: [],
      variants: [{ ...VARIANT, options: [] }],
    },
    order: null,
    activeCustomer: null,
    createCraftgateCheckout: { reference: 'ref-2', payLink: `${url}/pay/ref-2?sig=abc` },
  },
})

function answer(): void {
  for (const response of waiting.splice(0)) {
    response.setHeader('content-type', 'application/json')
    const { pathname } = new URL(response.req.url ?? '', url)
    const told = TOLD[pathname.split('/').pop() ?? ''] ?? PAYMENT
    response.end(JSON.stringify(pathname === '/shop-api' ? shopApi() : told))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

beforeAll(async () => {
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const { port: shopPort } = shop.address() as AddressInfo
  storefront = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../examples/storefront/dist/server/main.js')],
    {
      cwd: join(import.meta.dirname, '../../examples/storefront'),
      env: { ...process.env, VENDURE_URL: `http://127.0.0.1:${shopPort}`, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (storefront.stdout) await once(storefront.stdout, 'data')
  browser = await startChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  storefront?.kill()
  shop.closeAllConnections()
  shop.close()
})
beforeEach(() => {
  ;[asked, waiting, isSlow] = [[], [], true]
})
afterEach(() => visitor?.leave())

test.each([
  ['tr', 'Ödemenizin durumu', 'Ödemenizin sonucu soruluyor', 'Ödeme alınamadı', 'Sepete dön'],
  ['en', 'Your payment', 'Asking how your payment ended', 'The payment was declined', 'Back to cart'],
] as const)(
  '%s: the page stands there before the shop has answered, and shows the answer before any script runs',
  async (language, title, first, then, back) => {
    visitor = await Visitor.arrive(browser, 'phone', '', { javaScriptEnabled: false })
    const { page } = visitor
    await page.context().addCookies([{ name: 'zerdali.language', value: language, url }])
    const gone = page.goto(`${url}/odeme/ref-1`, { waitUntil: 'commit' })
    await page.getByText(first).waitFor()
    expect(waiting).toHaveLength(1)
    expect(asked[0]?.url).toBe(`/craftgate/v1/payments/ref-1?lang=${language}`)
    expect(asked[0]?.headers['x-forwarded-for']).toBe('127.0.0.1')
    answer()
    await gone
    await page.getByText(then).waitFor()
    expect(await page.getByText(first).isVisible()).toBe(false)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('h1').innerText()).toBe(title)
    expect(await page.title()).toContain(title)
    await page.getByRole('link', { name: back }).waitFor()
    expect(visitor.problems).toEqual([])
  },
)

test('nothing jumps or changes from what the server rendered to what the scripts make of it', async () => {
  isSlow = false
  visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  let configure = () => {}
  const held = new Promise<void>((resolve) => {
    configure = resolve
  })
  await page.route('**/config.json', (route) => held.then(() => route.continue()))
  await page.goto(`${url}/odeme/ref-1`)
  await page.waitForFunction(() => customElements.get('craftgate-payment-status') !== undefined)
  const status = page.locator('.outcome:not([part])')
  const before = await status.boundingBox()
  expect(await page.locator('[part=title]:visible').allInnerTexts()).toEqual(['Ödeme alınamadı'])
  expect(asked).toHaveLength(1)
  configure()
  await page.locator('header').waitFor()
  expect(await page.locator('[part=title]').allInnerTexts()).toEqual(['Ödeme alınamadı'])
  const after = await status.boundingBox()
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height])
  expect(await layoutShiftOf(page)).toBe(0)
})

test('whoever pays again is led to the payment page at once, and by the link when the browser did not go', async () => {
  isSlow = false
  visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  // An answer without a page leaves the browser where it is.
  await page.route('**/pay/**', (route) => route.fulfill({ status: 204 }), { times: 1 })
  await page.goto(`${url}/odeme/ref-1`)
  await page.locator('header').waitFor()
  const followed = page.waitForRequest(/\/pay\/ref-2/)
  await page.locator('[part=pay-again]').click()
  await followed
  const link = page.locator('craftgate-pay').getByRole('link', { name: 'Ödemeye geç' })
  expect(await link.getAttribute('href')).toBe(`${url}/pay/ref-2?sig=abc`)
  expect(await violationsOf(page)).toEqual([])
  await link.click()
  await page.waitForURL(`${url}/pay/ref-2?sig=abc`)
})

test('a product hardly moves when its instalments and loans come', async () => {
  ;[isSlow, isHeld] = [false, /\/v1\//]
  visitor = await Visitor.arrive(browser, 'desktop')
  const { page } = visitor
  await page.goto(`${url}/urun/havlu`)
  await page.locator('craftgate-installments').getByText('Taksitler yükleniyor…').waitFor()
  isHeld = /$^/
  answer()
  await page.locator('craftgate-installments [part=campaign]').waitFor()
  await page.locator('craftgate-loan-offers [part=summary]').waitFor()
  // What is below them moves by a line or two, as they are a little higher than the place that is kept for them.
  expect(await layoutShiftOf(page)).toBeLessThan(0.05)
})

test('in English: a product and the return page speak it, and have no flaw', async () => {
  isSlow = false
  visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.context().addCookies([{ name: 'zerdali.language', value: 'en', url }])
  await page.goto(`${url}/urun/havlu`)
  await page.locator('craftgate-installments [part=campaign]').getByText('3 instalments').waitFor()
  await page.locator('craftgate-loan-offers [part=summary]').waitFor()
  expect([...(await flawsOf(page, 'en', 320)), ...(await violationsOf(page))]).toEqual([])
  await page.goto(`${url}/odeme/ref-1`)
  await page.locator('header').waitFor()
  await page.getByText('The payment was declined').waitFor()
  expect([...(await flawsOf(page, 'en', 320)), ...(await violationsOf(page))]).toEqual([])
})

test('a shop that does not answer holds up no page: it ends, and the browser asks', async () => {
  const page = await (await fetch(`${url}/odeme/ref-1`)).text()
  expect(page).toContain('Ödemenizin sonucu soruluyor')
  expect(page).toContain('</html>')
  expect(page).not.toContain('rendered-payment')
  answer()
})
