// The elements of the account, in a page whose shop answers as each test says, or not at all.
import type { Browser, Page, Route } from 'playwright-core'
import { until } from '../until'
import { bundledComponents } from './bundled-components'
import { startChromium, Visitor } from './chromium'

const SHOP = 'http://127.0.0.1:1'

let browser: Browser
let visitor: Visitor
let components: string

beforeAll(async () => {
  ;[browser, components] = await Promise.all([startChromium(), bundledComponents()])
}, 60_000)
afterAll(() => browser?.close())
afterEach(() => visitor.leave())

/** A page in Turkish with this element, whose shop answers so. */
async function arrive(element: string, answer: (route: Route) => Promise<void>): Promise<Page> {
  visitor = await Visitor.arrive(browser, 'phone')
  await visitor.page.route(`${SHOP}/v1/**`, answer)
  await visitor.page.route(`${SHOP}/`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="tr"><head><title>Hesap</title><link rel="icon" href="data:,"></head><body><main><h1>Hesap</h1>${element}</main>
        <script type="module">${components.replaceAll('</script', '<\\/script')}</script></body></html>`,
    }),
  )
  await visitor.page.goto(`${SHOP}/`)
  return visitor.page
}

const wallet = (currency: string) => ({
  version: 1,
  timeZone: 'Europe/Istanbul',
  wallets: [{ balance: { amount: '10', currency }, moves: [], moveCount: 0 }],
})

const WALLET = '<craftgate-wallet top-up endpoint="/v1"></craftgate-wallet>'

async function topUp(page: Page, amount: string): Promise<void> {
  await page.locator('craftgate-wallet input').fill(amount)
  await page.locator('craftgate-wallet form button').click()
}

const AWAY = 'Şu anda yapılamıyor. Biraz sonra yeniden deneyin.'

test.each<[string, (route: Route) => Promise<void>]>([
  ['the network is away', (route) => route.abort()],
  [
    'a server before the shop answers',
    (route) => route.fulfill({ status: 502, body: '<h1>Bad Gateway</h1>' }),
  ],
  [
    'the platform answers in its own words',
    (route) =>
      route.fulfill({ status: 400, json: { type: 'not_allowed', message: 'Publishable API key required' } }),
  ],
])('a top-up that failed is told in the language of the page: %s', async (_what, answer) => {
  const page = await arrive(WALLET, (route) =>
    route.request().method() === 'POST' ? answer(route) : route.fulfill({ json: wallet('TRY') }),
  )
  await topUp(page, '250')
  const told = page.locator('craftgate-wallet #error')
  await told.getByText(/./).waitFor()
  expect(await told.innerText()).toBe(AWAY)
  expect(await page.locator('craftgate-wallet form button').isEnabled()).toBe(true)
})

test.each([
  ['TRY', '250,5', 'Yüklenecek tutar (TL)', { amount: '250.5', currency: 'TRY' }],
  ['EUR', '250,50', 'Yüklenecek tutar (EUR)', { amount: '250.50', currency: 'EUR' }],
  ['KWD', '1,250', 'Yüklenecek tutar (KWD)', { amount: '1.250', currency: 'KWD' }],
])('a wallet of %s is filled in that currency', async (currency, typed, label, body) => {
  let asked: unknown
  const page = await arrive(WALLET, async (route) => {
    if (route.request().method() !== 'POST') return route.fulfill({ json: wallet(currency) })
    asked = route.request().postDataJSON()
    return route.fulfill({ json: { version: 1, url: `${SHOP}/` } })
  })
  expect(await page.locator('craftgate-wallet label').innerText()).toContain(label)
  await topUp(page, typed)
  expect(await until(() => asked, Boolean)).toEqual(body)
})

test('whoever has no wallet yet fills one in the currency that the page names; digits it does not have are refused', async () => {
  const empty = WALLET.replace('top-up', 'top-up currency="JPY"')
  const page = await arrive(empty, (route) => route.fulfill({ json: { version: 1, wallets: [] } }))
  expect(await page.locator('craftgate-wallet label').innerText()).toContain('(JPY)')
  await topUp(page, '250,5')
  expect(await page.locator('craftgate-wallet #error').innerText()).toBe('250 gibi bir tutar yazın')
})

test('a card that could not be deleted says so, beside the cards', async () => {
  const card = { id: 'c1', lastFour: '0002', cardFamily: 'Bonus', expired: false }
  const page = await arrive('<craftgate-saved-cards endpoint="/v1"></craftgate-saved-cards>', (route) =>
    route.request().method() === 'DELETE'
      ? route.abort()
      : route.fulfill({ json: { version: 1, cards: [card] } }),
  )
  const cards = page.locator('craftgate-saved-cards')
  await cards.locator('[part=delete]').click()
  await cards.locator('button[type=submit]').click()
  await cards.getByText(AWAY).waitFor()
  await cards.getByText('Bonus •••• 0002', { exact: true }).waitFor()
})
