// Every page of the merchant's panel in a real browser, in each shop, entered as that shop's admin does: nothing sticks out
// on a phone, axe finds nothing, and nothing fails; what a merchant does there; and the pages by keyboard alone.
import type { Browser, Page } from 'playwright-core'
import { Scene } from '../contract/scene'
import { type Screen, startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'
import { type Day, type Made, makeADay, makeInPanel } from './panel-day'
import { PAGES_BEHIND } from './panel-pages'
import { openApp } from './shopify-merchant'
import { openThreeShops, type ShopName, type ThreeShops } from './three-shops'

const SHOPS = ['Medusa', 'Vendure', 'Shopify'] as const
/** The narrowest phone that a merchant holds. */
const NARROW = 320

let shops: ThreeShops
let browser: Browser
/** Of each shop's merchant in the demo. */
const API_KEYS: Readonly<Record<ShopName, string>> = {
  Medusa: 'zerdali-medusa-api-key',
  Vendure: 'zerdali-api-key',
  Shopify: 'zerdali-shopify-api-key',
}
/** In Istanbul. */
const TODAY = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10)
const days = new Map<ShopName, Day>()
/** What was made in the panel of each shop when it was looked at first. */
const made = new Map<ShopName, Made>()

beforeAll(async () => {
  ;[shops, browser] = await Promise.all([openThreeShops('browser_panel_pages'), startChromium()])
  for (const name of SHOPS)
    days.set(name, await makeADay(new Scene(shops.stores[name], shops.emulator), API_KEYS[name]))
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await shops?.stop()
})

const ENTRANCES: Readonly<Record<ShopName, (page: Page, path?: string) => Promise<void>>> = {
  Medusa: async (page, path) => pressTheButton(page, await shops.stores.Medusa.panelLink(path)),
  Vendure: async (page) => pressTheButton(page, await shops.stores.Vendure.panelLink()),
  Shopify: (page) => openApp(page, shops.shopifyAdmin),
}

async function pressTheButton(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.locator('main form button').click()
  await page.locator('nav').first().waitFor()
}

async function enter(shop: ShopName, screen: Screen, path?: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, screen, `panel/${shop.toLowerCase()}`)
  await ENTRANCES[shop](visitor.page, path)
  return visitor
}

const addressesIn = (page: Page): Promise<string[]> =>
  page.locator('header nav a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))

/** The first page of the panel is its list of payments, that of Shopify's app an overview. */
const NAMES: Readonly<Record<string, string>> = { panel: 'payments', '': 'overview' }

function nameOf(address: string): string {
  const name = new URL(address).pathname.split('/').at(-1) ?? ''
  return NAMES[name] ?? name
}

/** Every page of the shop by its name: those of the navigation, and those behind them. */
async function pagesOf(shop: ShopName, page: Page): Promise<readonly (readonly [string, string])[]> {
  const addresses = await addressesIn(page)
  expect(addresses.length).toBeGreaterThanOrEqual(SECTIONS[shop])
  const panel = addresses.find((address) => address.endsWith('/today'))?.replace(/\/today$/, '') ?? ''
  const things = made.get(shop) ?? (await makeInPanel(page, panel))
  made.set(shop, things)
  const about = { ...dayOf(shop), ...things, today: TODAY }
  const behind = Object.entries(PAGES_BEHIND).flatMap(([name, pathOf]) => {
    const path = pathOf(about)
    return path ? [[name, panel + path] as const] : []
  })
  return [...addresses.map((address) => [nameOf(address), address] as const), ...behind]
}

function dayOf(shop: ShopName): Day {
  const day = days.get(shop)
  if (day === undefined) throw new Error(`${shop} has no day`)
  return day
}

async function look(visitor: Visitor, name: string): Promise<readonly string[]> {
  const { page } = visitor
  const flaws = [...(await flawsOf(page, 'tr', NARROW)), ...(await violationsOf(page))]
  await visitor.picture(name)
  return flaws
}

const visits = SHOPS.flatMap((shop) => (['phone', 'desktop'] as const).map((screen) => ({ shop, screen })))

test.each<{ readonly shop: ShopName; readonly screen: Screen }>(visits)(
  '$shop on a $screen',
  async ({ shop, screen }) => {
    const visitor = await enter(shop, screen)
    const flaws: string[] = []
    for (const [name, address] of await pagesOf(shop, visitor.page)) {
      const answer = await visitor.page.goto(address)
      if (answer?.status() !== 200) flaws.push(`${address} answered ${answer?.status()}`)
      flaws.push(...(await look(visitor, name)))
    }
    expect([...flaws, ...visitor.problems]).toEqual([])
    await visitor.leave()
  },
)

/** So many parts the navigation has at least: Shopify has no transfers and no sellers, but pages of the app's own. */
const SECTIONS: Readonly<Record<ShopName, number>> = { Medusa: 12, Vendure: 12, Shopify: 12 }

describe('what a merchant does, and the page that asks before money moves', () => {
  let visitor: Visitor
  afterEach(async () => {
    const { problems } = visitor
    await visitor.leave()
    expect(problems).toEqual([])
  })

  test('a link is made, shown as a QR code, and deleted', async () => {
    visitor = await enter('Medusa', 'phone', '/links')
    const { page } = visitor
    await page.getByLabel('Ne için').fill('Seramik atölyesi')
    await page.getByLabel('Tutar').fill('750,50')
    await page.getByRole('button', { name: 'Bağlantı oluştur' }).click()
    await page.getByRole('heading', { name: 'Seramik atölyesi' }).waitFor()
    expect(await look(visitor, 'link-made')).toEqual([])
    await page.getByRole('button', { name: 'Bağlantıyı sil' }).click()
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('link', { name: 'Seramik atölyesi' }).count()).toBe(0)
  })

  test('a value goes off its list, and the list goes', async () => {
    visitor = await enter('Medusa', 'desktop', '/fraud')
    const { page } = visitor
    await page.getByLabel('Liste adı').fill('blockedEmails')
    await page.getByLabel('Değer', { exact: true }).fill('85.105.10.21')
    await page.getByRole('button', { name: 'Listeye ekle' }).click()
    await page.getByText('Değer listeye eklendi.').waitFor()
    await page.getByRole('button', { name: 'Listeden çıkar: 85.105.10.21' }).click()
    await page.getByText('Bu listede değer yok.').waitFor()
    await page.getByRole('button', { name: 'Listeyi sil' }).click()
    await page.getByRole('status').waitFor()
  })

  test.each(['phone', 'desktop'] as const)(
    'money of a wallet is asked about once more, on a %s',
    async (screen) => {
      visitor = await enter('Medusa', screen, made.get('Medusa')?.member)
      const { page } = visitor
      await page.getByLabel('Tutar', { exact: true }).fill('25')
      await page.getByLabel('Neden').fill('Hediye')
      await page.getByRole('button', { name: 'Devam et' }).click()
      await page.locator('#confirm').waitFor()
      expect(await look(visitor, 'wallet-confirm')).toEqual([])
    },
  )
})

describe('by keyboard alone', () => {
  const MOST_TABS = 60

  /** Presses Tab until this has the focus, and can be seen to have it. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let press = 0; press < MOST_TABS; press += 1) {
      await page.keyboard.press('Tab')
      const reached = await page.evaluate((wanted) => {
        const { activeElement } = document
        if (!activeElement?.matches(wanted)) return undefined
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }, selector)
      if (reached === false) throw new Error(`${page.url()}: the focus of ${selector} cannot be seen`)
      if (reached === true) return
    }
    throw new Error(`${page.url()}: ${MOST_TABS} times Tab do not reach ${selector}`)
  }

  test('each page is opened from the navigation, its contents are skipped to, and what it offers is reached', async () => {
    const visitor = await enter('Medusa', 'desktop')
    const { page } = visitor
    for (const address of await addressesIn(page)) {
      const { pathname } = new URL(address)
      await tabTo(page, `header nav a[href$="${pathname}"]`)
      await page.keyboard.press('Enter')
      await page.waitForURL(address)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
      const offered = await page.locator('main').locator('a[href], button, input, select, summary').count()
      if (offered > 0) await tabTo(page, 'main :is(a, button, input, select, summary)')
      await page.goto(address)
    }
    expect(visitor.problems).toEqual([])
    await visitor.leave()
  })

  test('a payment is searched for and a part of it refunded', async () => {
    const { paid } = dayOf('Medusa')
    const visitor = await enter('Medusa', 'desktop')
    const { page } = visitor
    await tabTo(page, '#q')
    await page.keyboard.type(paid)
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await tabTo(page, 'tbody th a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/payments\//)
    await tabTo(page, 'main a[href$="/refund"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/refund$/)
    await tabTo(page, 'main form[method=post] button')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=refunded/)
    expect(visitor.problems).toEqual([])
    await visitor.leave()
  })
})
