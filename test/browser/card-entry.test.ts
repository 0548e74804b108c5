// Core's own card page, at the shop's address, in a real browser: with and without scripts, looked at by axe.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type BeginResult,
  type CraftgateCommerce,
  createCraftgateCommerce,
  type OrderSnapshot,
} from '@craftgate-commerce/core'
import { serveNode } from '@craftgate-commerce/core/adapter'
import { createClient } from '@craftgate-commerce/core/client'
import { MemoryPlatform } from '@craftgate-commerce/core/testing'
import { type Sandbox, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'

let sandbox: Sandbox
let browser: Browser
let server: Server
let commerce: CraftgateCommerce
let platform: MemoryPlatform
let visitor: Visitor
let begun: BeginResult

beforeAll(async () => {
  ;[sandbox, browser] = await Promise.all([startSandbox(), startChromium()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

const logger = { debug() {}, info() {}, warn() {}, error() {} }

/** A shop whose pages are core's, but for the one that a shopper comes back to. */
beforeEach(async () => {
  sandbox.control.reset()
  server = createServer((request, response) => {
    if (request.url?.startsWith('/craftgate/'))
      return void serveNode(commerce, { request, response, mountUrl: url, shopper: 'c7' }, logger)
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>A shop</title><link rel="icon" href="data:,"><h1>Order</h1>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { apiKey, secretKey, webhookKey, callbackKey, url: environment } = sandbox
  platform = new MemoryPlatform({ returnUrl: `${url}/order` })
  platform.addOrder('o1', ORDER)
  commerce = createCraftgateCommerce({
    platform,
    options: {
      publicUrl: url,
      linkSecret: 'a secret of at least thirty-two characters',
      returnOrigins: [url],
      merchants: { tr: { apiKey, secretKey, webhookKey, callbackKey, environment } },
      checkout: { cardEntry: 'server' },
    },
  })
  const expected = { minor: 124_990, currency: 'TRY' } as const
  begun = await commerce.begin({ reference: 's1', merchant: 'tr', order: 'o1', expected })
})
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  await commerce.close()
  server.close()
  expect(problems.filter((problem) => !/422/.test(problem))).toEqual([])
})

const ORDER: OrderSnapshot = {
  number: 'T-1',
  currency: 'TRY',
  total: 124_990,
  pricesIncludeTax: true,
  lines: [{ externalId: '1', name: 'Halı', quantity: 1, unitPrice: 124_990 }],
  shipping: [],
  fees: [],
  discounts: [],
  credits: [],
  buyer: {},
  locale: 'tr',
}

async function typeCard(page: Page, { cardHolderName, cardNumber, cvc } = testCards.success as Typed) {
  await page.fill('#holder', cardHolderName)
  await page.fill('#number', cardNumber)
  await page.fill('#expiry', '11/44')
  await page.fill('#cvc', cvc)
}
type Typed = Pick<(typeof testCards)[keyof typeof testCards], 'cardHolderName' | 'cardNumber' | 'cvc'>

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function verifyAtBank(page: Page): Promise<void> {
  await page.fill('#code', '283126')
  await page.locator('#code').press('Enter')
}

test.each([true, false])(
  'a shopper asks for instalments, mistypes, and pays at his bank (scripts: %s)',
  async (javaScriptEnabled) => {
    visitor = await Visitor.arrive(browser, 'phone', 'card-entry', { javaScriptEnabled, locale: 'tr-TR' })
    const { page } = visitor
    await page.goto(begun.payLinkBy('CARD'))
    const look = async () => {
      if (javaScriptEnabled) expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
    }
    await look()
    await visitor.picture('card')
    await page.getByText('Taksitle öde').click()
    await page.fill('#bin', '52092200')
    await press(page, 'Taksitleri göster')
    await page.getByLabel(/3 taksit/).check()
    await look()
    await typeCard(page, { ...testCards.success, cardNumber: '5209220000000003' })
    await page.fill('#cvc', '12')
    await press(page, 'Öde')
    await page.getByRole('alert').waitFor()
    expect(await page.inputValue('#number')).toBe('')
    await look()
    await visitor.picture('wrong')
    await page.getByLabel(/3 taksit/).check()
    await typeCard(page)
    await press(page, 'Öde')
    if (!javaScriptEnabled) await press(page, 'Devam')
    await verifyAtBank(page)
    if (!javaScriptEnabled) await page.locator('form[data-role=return] button').click()
    await page.getByRole('heading', { name: 'Order' }).waitFor()
    expect(platform.order('o1').payment).toMatchObject({ state: 'captured', facts: { installment: 3 } })
  },
)

test('a keyboard alone pays, and a declined card is followed by another', async () => {
  visitor = await Visitor.arrive(browser, 'desktop', 'card-entry', { locale: 'en-GB' })
  const { page } = visitor
  await page.goto(begun.payLinkBy('CARD'))
  for (const { cardHolderName, cardNumber, cvc } of [testCards.notSufficientFunds, testCards.success]) {
    for (const text of [cardHolderName, cardNumber, '11/44', cvc]) {
      await page.keyboard.press('Tab')
      await page.keyboard.type(text)
    }
    await page.keyboard.press('Enter')
    await verifyAtBank(page)
    if (cardNumber === testCards.success.cardNumber) break
    await page.getByRole('alert').waitFor()
    await visitor.picture('declined')
    expect([...(await flawsOf(page, 'en')), ...(await violationsOf(page))]).toEqual([])
  }
  await page.getByRole('heading', { name: 'Order' }).waitFor()
  expect((await platform.findCheckout({ reference: 's1' }))?.attempt).toBe(2)
})

/** A customer whose card with points Craftgate keeps. */
async function keepCard(): Promise<void> {
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const client = createClient({ apiKey, secretKey, webhookKey, environment })
  const { cardUserKey } = await client.call('storeCard', { body: { ...testCards.points } })
  await client.close()
  platform.order('o1').snapshot = { ...ORDER, buyer: { id: 'c7', hasAccount: true, cardUserKey } }
}

test('points of a stored card pay a part', async () => {
  await keepCard()
  visitor = await Visitor.arrive(browser, 'phone', 'card-entry', { locale: 'tr-TR' })
  const { page } = visitor
  await page.goto(begun.payLinkBy('STORED_CARD'))
  const look = async () => expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
  await look()
  await press(page, 'Öde')
  await page.getByLabel(/Hepsini kullan/).check()
  await look()
  await visitor.picture('points')
  await press(page, 'Öde')
  await verifyAtBank(page)
  await page.getByRole('heading', { name: 'Order' }).waitFor()
  expect(platform.order('o1').payment?.facts.pointsUsed).toEqual({ minor: 1755, currency: 'TRY' })
})
