import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT, type Stack } from '@craftgate-commerce/example-demo'
import { testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { startTestStack } from '../stack/start-test-stack'
import { startChromium, Visitor } from './chromium'
import { orderPage, payWithCode, typeCard, walkToPay } from './shopping'
import { logIn } from './vendure-dashboard'

let stack: Stack
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  if (!existsSync(path.join(ROOT, 'examples/vendure-store/static/dashboard/index.html')))
    throw new Error('Run `npm run build:dashboard -w @craftgate-commerce/example-vendure-store` first')
  ;[stack, browser] = await Promise.all([
    startTestStack('browser_dashboard', { storefront: true, vendure: { worker: false } }),
    startChromium(),
  ])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  expect(problems).toEqual([])
})

const lira = (decimal: string): string =>
  new Intl.NumberFormat('tr-TR', { minimumFractionDigits: 2 }).format(Number(decimal))

const kurus = (decimal = 'nothing'): number => Math.round(Number(decimal) * 100)

async function buy(page: Page): Promise<string> {
  await walkToPay(page, stack.storefront?.url ?? '', 'craftgate')
  await typeCard(page, testCards.success)
  await payWithCode(page)
  return (await orderPage(page)).code
}

async function openOrder(page: Page, code: string): Promise<void> {
  await logIn(page, `${stack.vendure.main.dashboard}/orders`)
  await page.getByText(code).first().click()
  await page.getByRole('heading', { name: code }).waitFor()
}

/** Refunds one piece of the last line. The button's words, which name the sum. */
async function refundLastLine(page: Page): Promise<string> {
  await page.getByTestId('action-bar-dropdown-trigger').click()
  await page.getByRole('menuitem', { name: 'İade et ve iptal et' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByTestId('refund-quantity').last().fill('1')
  await dialog.getByRole('combobox').click()
  await page.getByRole('option').first().click()
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  const button = dialog.getByRole('button', { name: /\d iade et$/ })
  const words = await button.innerText()
  await button.click()
  await page.getByText('İade başarıyla işlendi').waitFor()
  return words
}

test('the merchant refunds a part in the dashboard, and Craftgate gives back exactly that', async () => {
  visitor = await Visitor.arrive(browser, 'desktop', 'vendure-dashboard')
  const code = await buy(visitor.page)
  const page = await visitor.anotherTab()
  await openOrder(page, code)
  const words = await refundLastLine(page)
  await page.getByText('İade tamamlandı').first().waitFor()
  await visitor.pictures('items-refunded', page)
  const [payment] = stack.sandbox.control.payments()
  expect(kurus(payment?.refunded)).toBeGreaterThan(0)
  expect(words).toContain(lira(payment?.refunded ?? ''))
  expect(kurus(payment?.refundable)).toBe(kurus(payment?.paidPrice) - kurus(payment?.refunded))
  expect(stack.sandbox.control.refunds()).toHaveLength(1)
})
