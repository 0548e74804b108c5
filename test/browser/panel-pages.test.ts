// Every page of the merchant's panel in a real browser, in each shop, entered as that shop's admin does: nothing sticks out
// on a phone, axe finds nothing, and nothing fails; what a merchant does there; and the pages by keyboard alone.
import type { Browser, Page } from 'playwright-core'
import { dayAtCraftgate } from '../contract/merchant-pages'
import { Scene } from '../contract/scene'
import { type Screen, startChromium, Visitor } from './chromium'
import { press, tabTo, type } from './keyboard'
import { flawsOf, violationsOf } from './page-flaws'
import { type Day, type Made, makeADay, makeInPanel } from './panel-day'
import { ANSWERS, FILES, PAGES_BEHIND, type Things } from './panel-pages'
import { PageWalk } from './panel-routes'
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
const TODAY = dayAtCraftgate()
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

function dayOf(shop: ShopName): Day {
  const day = days.get(shop)
  if (day === undefined) throw new Error(`${shop} has no day`)
  return day
}

/** What the pages of a shop are about. */
async function thingsOf(shop: ShopName): Promise<Things> {
  const day = dayOf(shop)
  const things = made.get(shop) ?? (await makeInPanel(new Scene(shops.stores[shop], shops.emulator), day))
  made.set(shop, things)
  return { ...day, ...things, today: TODAY }
}

async function look(visitor: Visitor, name: string): Promise<readonly string[]> {
  const { page } = visitor
  const flaws = [...(await flawsOf(page, 'tr', NARROW)), ...(await violationsOf(page))]
  await visitor.picture(name)
  return flaws
}

const linksIn = (page: Page): Promise<string[]> =>
  page.locator('a[href]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))

/** One person goes through all that the panel has. */
class Tour {
  readonly flaws: string[] = []
  private readonly walk: PageWalk

  constructor(
    private readonly visitor: Visitor,
    shop: ShopName,
    /** Address of the panel. */
    private readonly panel: string,
  ) {
    this.walk = new PageWalk(shop)
  }

  async page(name: string, address: string): Promise<void> {
    const { page } = this.visitor
    const answer = await page.goto(address)
    if (answer?.status() !== 200) this.flaws.push(`${address} answered ${answer?.status()}`)
    this.flaws.push(...(await look(this.visitor, name)))
    const offered = (await linksIn(page)).flatMap((link) => this.below(link) ?? [])
    this.walk.open(this.below(address) ?? '', offered)
  }

  /** In the browser's own session, which saves it instead of showing it. */
  async file(path: string): Promise<void> {
    const answer = await this.visitor.page.request.get(this.panel + path)
    const { 'content-disposition': saved = '' } = answer.headers()
    if (answer.status() !== 200 || !saved.startsWith('attachment'))
      this.flaws.push(`${path} answered ${answer.status()} ${saved}`)
    this.walk.open(path)
  }

  /** Empty when nothing is wrong, and everything was opened. */
  end(): readonly string[] {
    return [...this.flaws, ...this.walk.flaws(), ...this.visitor.problems]
  }

  private below(address: string): string | undefined {
    return address.startsWith(this.panel) ? address.slice(this.panel.length) : undefined
  }
}

const visits = SHOPS.flatMap((shop) => (['phone', 'desktop'] as const).map((screen) => ({ shop, screen })))

test.each<{ readonly shop: ShopName; readonly screen: Screen }>(visits)(
  '$shop on a $screen: every page, file and answer of the panel',
  async ({ shop, screen }) => {
    const things = await thingsOf(shop)
    const visitor = await enter(shop, screen)
    const { page } = visitor
    const addresses = await addressesIn(page)
    const panel = addresses.find((address) => address.endsWith('/today'))?.replace(/\/today$/, '') ?? ''
    const tour = new Tour(visitor, shop, panel)
    for (const address of addresses) await tour.page(nameOf(address), address)
    for (const [name, pathOf] of Object.entries(PAGES_BEHIND)) {
      const path = pathOf(things)
      if (path) await tour.page(name, panel + path)
    }
    for (const pathOf of FILES) {
      const path = pathOf(things)
      if (path) await tour.file(path)
    }
    for (const [name, { path, fill, has }] of Object.entries(ANSWERS)) {
      await page.goto(`${panel}${path(things)}`)
      await fill(page)
      await page.locator(has).waitFor()
      tour.flaws.push(...(await look(visitor, name)))
    }
    expect(tour.end()).toEqual([])
    await visitor.leave()
  },
)

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
})

describe.each(SHOPS)('by keyboard alone in %s', (shop) => {
  let visitor: Visitor
  let page: Page
  beforeEach(async () => {
    visitor = await enter(shop, 'desktop')
    page = visitor.page
  })
  afterEach(async () => {
    const { problems } = visitor
    await visitor.leave()
    expect(problems).toEqual([])
  })

  /** By the navigation. */
  const goTo = (section: string) =>
    press(page, `header nav a[href$="/${section}"]`, new RegExp(`/${section}$`))

  async function search(reference: string): Promise<void> {
    if (shop === 'Shopify') await goTo('panel')
    await type(page, '#q', reference)
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await press(page, 'tbody th a', /payments\//)
  }

  test('each page is opened from the navigation, its contents are skipped to, and what it offers is reached', async () => {
    for (const address of await addressesIn(page)) {
      await press(page, `header nav a[href$="${new URL(address).pathname}"]`, address)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
      const offered = await page.locator('main').locator('a[href], button, input, select, summary').count()
      if (offered > 0) await tabTo(page, 'main :is(a, button, input, select, summary)')
      await page.goto(address)
    }
  })

  test('a link is made', async () => {
    await goTo('links')
    await type(page, '#name', 'Sabun')
    await type(page, '#price', '99,90')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=made-link/)
  })

  test('what needs attention is looked at, and a refund that the bank refused is asked for again', async () => {
    await goTo('attention')
    await press(page, `main a[href$="/${dayOf(shop).paidTwice}"]`, /\/payments\//)
    await press(page, 'main a[href*="/unexpected/"]', /\/unexpected\//)
    await press(page, 'main form[method=post] button', /done=(refunded|pending)/)
  })

  if (shop === 'Shopify')
    test('a payment is searched for, and Shopify’s admin, where its money moves, is reached', async () => {
      await search(dayOf(shop).paid)
      await tabTo(page, `main a[href^="${new URL(shops.shopifyAdmin).origin}"]`)
    })
  else {
    test('a payment is searched for and a part of it refunded', async () => {
      await search(dayOf(shop).paid)
      await press(page, 'main a[href$="/refund"]', /refund$/)
      await press(page, 'main form[method=post] button', /done=refunded/)
    })

    test('an authorization is searched for and captured', async () => {
      await search(dayOf(shop).authorized ?? '')
      await press(page, 'main a[href$="/capture"]', /capture$/)
      await press(page, 'main form[method=post] button', /done=captured/)
    })
  }
})
