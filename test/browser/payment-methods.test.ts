// The payment page's other tabs, one of each kind of page, on a phone, with and without scripts.
import { type PayMethod, type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { BareShop, orderPage } from './bare-shop'
import { startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'

let sandbox: Sandbox
let shop: BareShop
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  ;[sandbox, browser, shop] = await Promise.all([startSandbox(), startChromium(), BareShop.start()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
  shop?.close()
})
beforeEach(() => sandbox.control.reset())
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  expect(problems).toEqual([])
})

async function atTab(method: PayMethod, javaScriptEnabled: boolean): Promise<Page> {
  const pageUrl = await shop.startPayment(sandbox)
  visitor = await Visitor.arrive(browser, 'phone', 'payment-methods', { javaScriptEnabled })
  const { page } = visitor
  await page.goto(pageUrl)
  await page.locator('.methods summary').click()
  if (javaScriptEnabled) expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
  await page.locator(`a[data-method=${method}]`).click()
  await page.locator('#method-form').waitFor()
  return page
}

/** What is typed and pressed on the way, and looked at. */
const WAYS: readonly Way[] = [
  { method: 'PAPARA', buttons: ['log-in', 'approve'] },
  { method: 'EDENRED', fields: { cardNumber: '6375000000000001' }, buttons: ['code'] },
  { method: 'PAPEL', buttons: ['approve'] },
  { method: 'GARANTI_PAY', buttons: ['approve'] },
  { method: 'INSTANT_TRANSFER', bank: '1', buttons: ['wait'] },
  { method: 'DKB', buttons: ['choose', 'wait'] },
  { method: 'PAYCELL_DCB', fields: { phone: '5321112233' }, buttons: ['code'] },
  { method: 'PLUXEE', fields: { phone: '5321112233', code: '843195' }, buttons: [] },
]

interface Way {
  readonly method: PayMethod
  readonly fields?: Readonly<Record<string, string>>
  readonly bank?: string
  readonly buttons: readonly string[]
}

const TYPED: Record<string, readonly [string, string]> = {
  'log-in': ['#account', 'ayse@example.com'],
  code: ['#code', '283126'],
}

const visits = WAYS.flatMap((way) => [true, false].map((scripts) => ({ ...way, scripts })))

test.each(visits)(
  'a shopper pays by $method on a phone (scripts: $scripts)',
  async ({ method, fields = {}, bank, buttons, scripts }) => {
    const page = await atTab(method, scripts)
    const look = async (name: string) => {
      if (!scripts) return
      expect(await flawsOf(page)).toEqual([])
      await visitor.picture(`${method}-${name}`)
    }
    await look('tab')
    for (const [name, text] of Object.entries(fields)) await page.fill(`#${name}`, text)
    if (bank !== undefined) await page.selectOption('#bankCode', bank)
    await page.locator('#method-form button').click()
    for (const button of buttons) {
      await page.locator(`button[value=${button}]`).waitFor()
      const typed = TYPED[button]
      if (typed) await page.fill(...typed)
      await look(button)
      await page.locator(`button[value=${button}]`).click()
    }
    if (!scripts) await page.locator('form[data-role=return] button').click()
    await orderPage(page)
    const status = buttons.at(-1) === 'wait' ? 'WAITING' : 'SUCCESS'
    expect(sandbox.control.payments()).toMatchObject([{ method, status }])
  },
)
