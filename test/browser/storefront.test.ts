import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Stack } from '@craftgate-commerce/example-demo'
import { type PaymentRow, testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { startTestStack } from '../stack/start-test-stack'
import { type Screen, startChromium, Visitor } from './chromium'
import {
  answerBank,
  chooseInstallment,
  fillCart,
  fillCheckout,
  goToPay,
  orderPage,
  pressPay,
  typeCard,
} from './shopping'

let stack: Stack
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  ;[stack, browser] = await Promise.all([
    startTestStack('browser_storefront', { storefront: true, vendure: { worker: false } }),
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

const shop = (): string => stack.storefront?.url ?? ''

const paid = (): readonly PaymentRow[] =>
  stack.sandbox.control.payments().filter(({ status }) => status === 'SUCCESS')

const lira = (decimal: string): string =>
  new Intl.NumberFormat('tr-TR', { minimumFractionDigits: 2 }).format(Number(decimal))

/** A new visitor with a filled cart and a filled form, on the payment page. */
async function atThePaymentPage(screen: Screen, method?: string): Promise<Page> {
  visitor = await Visitor.arrive(browser, screen)
  const { page } = visitor
  await fillCart(page, shop())
  await fillCheckout(page, method)
  await goToPay(page)
  return page
}

describe.each<Screen>(['desktop', 'phone'])('on a %s', (screen) => {
  test('a shopper pays with a card and sees the order', async () => {
    visitor = await Visitor.arrive(browser, screen)
    const { page } = visitor
    await page.goto(shop())
    await page.getByTestId('product-grid').waitFor()
    await visitor.picture('storefront')
    await fillCart(page, shop(), 'HOSGELDIN10')
    await visitor.picture('cart')
    await fillCheckout(page)
    await visitor.picture('checkout')
    await goToPay(page)
    await typeCard(page, testCards.success)
    await visitor.picture('hosted-page')
    await pressPay(page)
    expect((await orderPage(page)).state).toBe('Ödendi')
    expect(await page.getByTestId('card').innerText()).toBe('Bonus •••• 0002')
    expect(await page.getByTestId('paid-price').innerText()).toBe('₺1.165,32')
    expect(paid()).toMatchObject([{ price: '1165.32', paidPrice: '1165.32' }])
    await visitor.picture('order')
    expect(paid()).toHaveLength(1)
  })

  test('3D Secure and instalments: a wrong code, then the right one', async () => {
    const page = await atThePaymentPage(screen)
    await typeCard(page, testCards.success)
    await chooseInstallment(page, 6)
    await page.locator('#threeDS').check({ force: true })
    await visitor.picture('instalments')
    await pressPay(page)
    await answerBank(page, '000000')
    expect(await page.locator('#code-error').innerText()).not.toBe('')
    await visitor.picture('3d-secure')
    await answerBank(page)
    await orderPage(page)
    const [payment] = paid()
    expect(payment).toMatchObject({ installment: 6, threeDS: true })
    expect(await page.getByTestId('installment').innerText()).toContain('6')
    expect(await page.getByTestId('paid-price').innerText()).toContain(lira(payment?.paidPrice ?? ''))
    const interest = (Number(payment?.paidPrice) - Number(payment?.price)).toFixed(2)
    expect(await page.getByTestId('interest').innerText()).toContain(lira(interest))
    await visitor.picture('order-instalments')
  })

  test('a declined card is told on the page, and another card pays there', async () => {
    const page = await atThePaymentPage(screen)
    await typeCard(page, testCards.notSufficientFunds)
    await pressPay(page)
    expect(await page.getByRole('alert').first().innerText()).toMatch(/bakiye|limit/i)
    await visitor.picture('declined')
    await typeCard(page, testCards.success)
    await pressPay(page)
    await orderPage(page)
    expect(paid()).toHaveLength(1)
  })
})

test('back in the shop after a decline, the shopper reads why and pays by a new page', async () => {
  const page = await atThePaymentPage('phone')
  await typeCard(page, testCards.notSufficientFunds)
  await pressPay(page)
  await page.getByRole('alert').first().waitFor()
  await page.locator('#leave-form button').click()
  expect(await page.getByTestId('decline-message').innerText()).toMatch(/bakiye|limit/i)
  await visitor.picture('told-why')
  await page.getByTestId('pay-again').click()
  await page.locator('#pay-form').waitFor()
  await typeCard(page, testCards.success)
  await pressPay(page)
  await orderPage(page)
  expect(paid()).toHaveLength(1)
})

test('a pre-authorized order says that the money is only held', async () => {
  const page = await atThePaymentPage('desktop', 'craftgate-on-provizyon')
  await typeCard(page, testCards.success)
  await pressPay(page)
  await orderPage(page)
  expect(await page.getByTestId('order-state').getAttribute('data-state')).toBe('authorized')
  expect(paid()).toMatchObject([{ phase: 'PRE_AUTH' }])
  await visitor.picture('order-held')
})

test('going back after paying pays nothing twice', async () => {
  const page = await atThePaymentPage('desktop')
  const hosted = page.url()
  await typeCard(page, testCards.success)
  await pressPay(page)
  await orderPage(page)
  await page.goto(hosted)
  expect(await page.locator('#pay-form').count()).toBe(0)
  expect(paid()).toHaveLength(1)
})

test('two tabs that both pay: one payment is held, the other went back', async () => {
  const page = await atThePaymentPage('desktop')
  const other = await visitor.anotherTab()
  await other.goto(`${shop()}/sepet`)
  await fillCheckout(other)
  await goToPay(other)
  for (const tab of [page, other]) {
    await typeCard(tab, testCards.success)
    await pressPay(tab)
    await tab.waitForURL(`${shop()}/**`)
  }
  await orderPage(page)
  const held = paid().filter(({ refundable }) => Number(refundable) > 0)
  expect(paid()).toHaveLength(2)
  expect(held).toHaveLength(1)
})

test('the hosted page in a frame tells its height to the page around it', async () => {
  const page = await atThePaymentPage('desktop')
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

test('the payment page is closed to foreign scripts', async () => {
  const page = await atThePaymentPage('desktop')
  const headers = (await page.reload())?.headers() ?? {}
  expect(headers['content-security-policy']).toMatch(/script-src 'nonce-/)
  expect(headers['cache-control']).toContain('no-store')
})

test('English: the storefront and the payment page speak it', async () => {
  visitor = await Visitor.arrive(browser, 'desktop')
  const { page } = visitor
  await fillCart(page, shop())
  await page.getByTestId('language').click()
  await page.getByTestId('to-checkout').getByText('checkout', { exact: false }).waitFor()
  await fillCheckout(page)
  await goToPay(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await visitor.picture('hosted-page-english')
})
