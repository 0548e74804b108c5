// Craftgate's page in a frame of the shop's own page, which allows nothing else by its content security policy.
import { type Sandbox, Shopper, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Frame, Page } from 'playwright-core'
import { until } from '../until'
import { bundledComponents } from './bundled-components'
import { startChromium, Visitor } from './chromium'
import { CoreShop } from './core-shop'
import { violationsOf } from './page-flaws'
import { chooseInstallment, payWithCode, typeCard } from './shopping'

let sandbox: Sandbox
let browser: Browser
let shop: CoreShop
let visitor: Visitor
let components: string

beforeAll(async () => {
  ;[sandbox, browser, components] = await Promise.all([startSandbox(), startChromium(), bundledComponents()])
  shop = await CoreShop.start(sandbox)
}, 60_000)
afterAll(async () => {
  await shop?.close()
  await browser?.close()
  await sandbox?.close()
})
beforeEach(() => sandbox.control.reset())
afterEach(() => visitor.leave())

/** The shop's page with the pay link of a new order, and what its policy lets into it. */
async function arrive(link: string, frame: 'frame' | '' = 'frame'): Promise<Page> {
  const policy = [
    "default-src 'none'",
    "script-src 'nonce-r4nd0m'",
    'img-src data:',
    "base-uri 'none'",
    `frame-src ${shop.url} ${sandbox.url}`,
  ]
  shop.pages.set('/pay', {
    headers: { 'content-security-policy': policy.join('; ') },
    body: `<!doctype html><html lang="tr"><head><title>Ödeme</title><link rel="icon" href="data:,"></head><body><main><h1>Ödeme</h1>
      <craftgate-pay ${frame} pay-link="${link.replaceAll('&', '&amp;')}"></craftgate-pay></main>
      <script type="module" nonce="r4nd0m">${components.replaceAll('</script', '<\\/script')}</script></body></html>`,
  })
  visitor = await Visitor.arrive(browser, 'desktop', 'payment-frame')
  await visitor.page.goto(`${shop.url}/pay`)
  return visitor.page
}

/** What the frame shows, when it has this in it. */
async function framed(page: Page, selector: string): Promise<Frame> {
  await page.frameLocator('craftgate-pay iframe').locator(selector).first().waitFor()
  const [, frame] = page.frames()
  if (frame === undefined) throw new Error('There is no frame')
  return frame
}

test('what is paid in the frame leads the whole window to the shop, and the policy stops nothing', async () => {
  const page = await arrive(await shop.linkBy(undefined, {}, { frame: true }))
  const frame = await framed(page, '#pay-form')
  expect(new URL(frame.url()).origin).toBe(sandbox.url)
  const element = page.locator('craftgate-pay iframe')
  const height = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height)
  expect((await element.boundingBox())?.height).toBeGreaterThanOrEqual(Math.floor(height))
  expect(await violationsOf(page)).toEqual([])
  await visitor.component('craftgate-pay')
  await typeCard(frame, testCards.success)
  await chooseInstallment(frame, 1)
  await payWithCode(frame)
  await page.waitForURL(`${shop.url}/order*`)
  expect(shop.platform.order('o1').payment).toMatchObject({ state: 'captured' })
  expect(visitor.problems).toEqual([])
})

test('an order that is paid already leads on by a link for the whole window', async () => {
  const link = await shop.linkBy(undefined, {}, { frame: true })
  const shopper = new Shopper()
  await shopper.open(link)
  await shopper.pay({ card: testCards.success })
  const page = await arrive(link)
  const frame = await framed(page, 'a.button')
  expect(await frame.locator('h1').innerText()).toBe('Ödenecek bir şey kalmadı')
  await frame.locator('a.button').click()
  await page.waitForURL(`${shop.url}/order*`)
  expect(visitor.problems).toEqual([])
})

test('a shop that did not allow it shows nothing of Craftgate’s in a frame', async () => {
  const page = await arrive(await shop.linkBy(undefined, {}))
  const isStopped = (problems: readonly string[]) => problems.some((one) => /frame-ancestors/.test(one))
  expect(isStopped(await until(() => visitor.problems, isStopped))).toBe(true)
  expect(page.frames().every((frame) => !frame.url().includes('iframe=true'))).toBe(true)
})

test('by default the payment page is a link away', async () => {
  const link = await shop.linkBy(undefined, {})
  const page = await arrive(link, '')
  await page.getByRole('link', { name: 'Ödemeye geç' }).click()
  await page.locator('#pay-form').waitFor()
  expect(visitor.problems).toEqual([])
})
