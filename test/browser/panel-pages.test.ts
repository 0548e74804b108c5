// Every page of the merchant's panel in a real browser, in each shop, entered as that shop's admin does: nothing sticks out
// on a phone, axe finds nothing, and nothing fails.
import { testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { Scene } from '../contract/scene'
import { type Screen, startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'
import { openApp } from './shopify-merchant'
import { openThreeShops, type ShopName, type ThreeShops } from './three-shops'

const SHOPS = ['Medusa', 'Vendure', 'Shopify'] as const

let shops: ThreeShops
let browser: Browser

beforeAll(async () => {
  ;[shops, browser] = await Promise.all([openThreeShops('browser_panel_pages'), startChromium()])
  for (const name of SHOPS) await makeADay(new Scene(shops.stores[name], shops.emulator))
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await shops?.stop()
})

/** Paid in instalments and refunded in part, refused and paid after all, under review, and not paid. */
async function makeADay(scene: Scene): Promise<void> {
  const bought = await scene.buy({}, { card: testCards.success, installment: 3 })
  await scene.store.refund(bought.order, { amount: 700 })
  await scene.buy()
  await scene.craftgate.nextPaymentFraud('REVIEW')
  await scene.buy()
  await scene.goToPay(await scene.place())
}

const ENTRANCES: Readonly<Record<ShopName, (page: Page) => Promise<void>>> = {
  Medusa: async (page) => pressTheButton(page, await shops.stores.Medusa.panelLink()),
  Vendure: async (page) => pressTheButton(page, await shops.stores.Vendure.panelLink()),
  Shopify: (page) => openApp(page, shops.shopifyAdmin),
}

async function pressTheButton(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.locator('main form button').click()
  await page.locator('nav').first().waitFor()
}

const addressesIn = (page: Page): Promise<string[]> =>
  page.locator('header nav a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))

const visits = SHOPS.flatMap((shop) => (['phone', 'desktop'] as const).map((screen) => ({ shop, screen })))

test.each<{ readonly shop: ShopName; readonly screen: Screen }>(visits)(
  '$shop on a $screen',
  async ({ shop, screen }) => {
    const visitor = await Visitor.arrive(browser, screen, `panel-pages/${shop.toLowerCase()}`)
    const { page } = visitor
    await ENTRANCES[shop](page)
    const addresses = await addressesIn(page)
    expect(addresses.length).toBeGreaterThanOrEqual(SECTIONS[shop])
    const flaws: string[] = []
    for (const address of addresses) {
      const answer = await page.goto(address)
      if (answer?.status() !== 200) flaws.push(`${address} answered ${answer?.status()}`)
      flaws.push(...(await flawsOf(page)), ...(await violationsOf(page)))
      await visitor.picture(new URL(address).pathname.split('/').at(-1) ?? '')
    }
    expect([...flaws, ...visitor.problems]).toEqual([])
    await visitor.leave()
  },
)

/** So many parts the navigation has at least: Shopify has no transfers and no sellers, but pages of the app's own. */
const SECTIONS: Readonly<Record<ShopName, number>> = { Medusa: 11, Vendure: 11, Shopify: 11 }
