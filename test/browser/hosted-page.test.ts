import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Stack } from '@craftgate-commerce/example-demo'
import { testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { startTestStack } from '../stack/start-test-stack'
import { startChromium, Visitor } from './chromium'
import {
  answerBank,
  chooseInstallment,
  orderPage,
  payWithCode,
  pressPay,
  typeCard,
  walkToPay,
} from './shopping'

let stack: Stack
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  ;[stack, browser] = await Promise.all([
    startTestStack('browser_hosted_page', { storefront: true, vendure: { worker: false } }),
    startChromium(),
  ])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})
beforeEach(() => stack.sandbox.control.reset())
afterEach(async () => {
  const { troubles } = visitor
  await visitor.leave()
  expect(troubles).toEqual([])
})

async function atThePaymentPage(): Promise<Page> {
  visitor = await Visitor.arrive(browser, 'desktop')
  await walkToPay(visitor.page, stack.storefront?.url ?? '', 'craftgate')
  return visitor.page
}

test('in a frame it tells its height to the page around it', async () => {
  const page = await atThePaymentPage()
  const framed = new URL(page.url())
  framed.searchParams.set('iframe', 'true')
  const around = createServer((_, answer) => answer.end('<!doctype html><title>A shop</title>')).listen(
    0,
    '127.0.0.1',
  )
  await once(around, 'listening')
  await page.goto(`http://127.0.0.1:${(around.address() as AddressInfo).port}/`)
  const height = await page.evaluate(
    (source) =>
      new Promise<number>((resolve) => {
        addEventListener('message', ({ data }) => data?.type === 'HEIGHT_CHANGED' && resolve(data.value))
        const frame = document.body.appendChild(document.createElement('iframe'))
        frame.src = source
      }),
    framed.href,
  )
  around.close()
  expect(height).toBeGreaterThan(200)
})

test('it is closed to foreign scripts', async () => {
  const page = await atThePaymentPage()
  const headers = (await page.reload())?.headers() ?? {}
  expect(headers['content-security-policy']).toMatch(/script-src 'nonce-/)
  expect(headers['cache-control']).toContain('no-store')
})

test('after a wrong and a right code, "back" from the order never asks to send a form again', async () => {
  const page = await atThePaymentPage()
  await typeCard(page, testCards.success)
  await pressPay(page)
  await answerBank(page, '000000')
  expect(await page.locator('#code-error').innerText()).not.toBe('')
  await answerBank(page)
  await orderPage(page)
  for (const notice of ['paid', 'done', 'done', 'paid']) {
    await page.goBack()
    expect(await page.locator('[data-notice]').getAttribute('data-notice')).toBe(notice)
  }
  expect(stack.sandbox.control.payments()).toHaveLength(1)
})

test('after a decline the form keeps what was typed, but never the number or the CVC', async () => {
  const page = await atThePaymentPage()
  await typeCard(page, testCards.notSufficientFunds)
  await page.locator('#threeDS').uncheck({ force: true })
  await pressPay(page)
  await page.getByRole('alert').first().waitFor()
  const { cardHolderName } = testCards.notSufficientFunds
  expect(await page.inputValue('#cardHolderName')).toBe(cardHolderName)
  expect(await page.inputValue('#expiry')).not.toBe('')
  expect(await page.locator('#threeDS').isChecked()).toBe(false)
  expect([await page.inputValue('#cardNumber'), await page.inputValue('#cvc')]).toEqual(['', ''])
})

test('with instalments the headline is what the card is charged; price and interest stand below it', async () => {
  const page = await atThePaymentPage()
  const price = await page.locator('#charged').innerText()
  expect(await page.locator('#charge').isVisible()).toBe(false)
  await typeCard(page, testCards.success)
  await chooseInstallment(page, 6)
  const charged = await page.locator('#charged').innerText()
  const rows = await page.locator('#charge dd').allInnerTexts()
  expect(rows).toEqual([price, expect.stringMatching(/^₺/), charged])
  expect(await page.locator('#pay-form button.pay').innerText()).toContain(charged)
  await chooseInstallment(page, 1)
  expect(await page.locator('#charged').innerText()).toBe(price)
  await chooseInstallment(page, 6)
  await payWithCode(page)
  await orderPage(page)
  expect(await page.getByTestId('paid-price').innerText()).toBe(charged)
  const [payment] = stack.sandbox.control.payments()
  expect(payment).toMatchObject({ installment: 6, threeDS: true })
})
