// Every way to pay in a real browser: from the pay link of a shop over the pages of core and of the provider back to the
// shop, on a phone and on a computer.
import type { Browser, Page } from 'playwright-core'
import { LAST_FOUR, saveCard } from '../contract/rows/stored-cards'
import { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { type Screen, startChromium, Visitor } from './chromium'
import { openThreeShops, type ShopName, type ThreeShops } from './three-shops'
import { Trip } from './trip'
import { WAYS, type Way } from './ways'

let shops: ThreeShops
let browser: Browser

beforeAll(async () => {
  ;[shops, browser] = await Promise.all([openThreeShops('browser_ways'), startChromium()])
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await shops?.stop()
})

/** Told by the shop on the page that the shopper comes back to. */
const isPaid = (page: Page, shop: ShopName): Promise<void> =>
  page
    .locator(shop === 'Shopify' ? '[data-status=paid]' : 'craftgate-payment-status [data-state=paid]')
    .waitFor()

async function buy(scene: Scene, trip: Trip, way: Way): Promise<void> {
  const customer = way.stored && (await saveCard(scene))
  const order = await scene.place({ ...way.order, ...(customer !== undefined && { customer }) })
  const { url } = await scene.store.payLink(order)
  await trip.page.goto(way.method === undefined ? url : `${url}&method=${way.method}`)
  for (const step of way.steps) await step(trip)
  if (way.later) await awaitMoney(trip, scene, order)
  await isPaid(trip.page, way.shop)
  await trip.look('paid')
  const { payments } = await scene.expectPaid(order)
  expect(payments).toHaveLength(1)
  if (way.shop !== 'Shopify' && payments[0]?.lastFour === undefined)
    expect(await trip.page.locator('craftgate-payment-status').innerText()).not.toContain('Kart')
  const { paidBy = [way.method] } = way
  const made = (await scene.craftgate.paymentsSinceMark()).slice(-paidBy.length)
  expect(made.map(({ method }) => method)).toEqual(paidBy)
  if (way.stored) expect(payments).toMatchObject([{ lastFour: LAST_FOUR }])
}

/** The page in the shopper's hands goes on by itself when the money is there. */
async function awaitMoney(trip: Trip, scene: Scene, order: PlacedOrder): Promise<void> {
  await trip.page.locator('craftgate-payment-status [data-state=awaiting-funds]').waitFor()
  await trip.look('waiting')
  await scene.expectUnpaid(order)
  await scene.craftgate.moneyComes()
  await scene.craftgate.deliverWebhooks()
}

const visits = WAYS.flatMap((way) => (['phone', 'desktop'] as const).map((screen) => ({ ...way, screen })))

test.each<Way & { readonly screen: Screen }>(visits)('$title, $shop, $screen', async ({ screen, ...way }) => {
  const { stores, emulator } = shops
  emulator.reset()
  const scene = new Scene(stores[way.shop], emulator)
  const visitor = await Visitor.arrive(browser, screen, 'ways-to-pay')
  const trip = new Trip(visitor, way.method ?? way.title.replaceAll(' ', '-'))
  try {
    await buy(scene, trip, way)
  } catch (error) {
    await trip.look('stopped-here')
    throw error
  } finally {
    await visitor.leave()
  }
  await scene.accountsAgree()
  expect([...trip.flaws, ...visitor.problems]).toEqual([])
})
