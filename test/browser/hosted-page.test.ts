// The payment page itself: no shop is needed but for the address that the shopper goes back to.
import { type Sandbox, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { BareShop, orderPage } from './bare-shop'
import { startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'
import { answerBank, chooseInstallment, payWithCode, pressPay, typeCard } from './shopping'

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

async function atThePaymentPage(): Promise<Page> {
  const pageUrl = await shop.startPayment(sandbox)
  visitor = await Visitor.arrive(browser, 'desktop', 'hosted')
  await visitor.page.goto(pageUrl)
  await visitor.page.locator('#pay-form').waitFor()
  return visitor.page
}

test('in a frame it tells its height to the page around it', async () => {
  const page = await atThePaymentPage()
  const framed = new URL(page.url())
  framed.searchParams.set('iframe', 'true')
  await page.goto(shop.url)
  const height = await page.evaluate(
    (source) =>
      new Promise<number>((resolve) => {
        addEventListener('message', ({ data }) => data?.type === 'HEIGHT_CHANGED' && resolve(data.value))
        const frame = document.body.appendChild(document.createElement('iframe'))
        frame.src = source
      }),
    framed.href,
  )
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
  // The two pages of the bank, then the page of the checkout: each says that it is paid.
  for (let back = 0; back < 3; back++) {
    await page.goBack()
    await page.locator('[data-notice=paid]').waitFor()
  }
  expect(sandbox.control.payments()).toHaveLength(1)
})

test('after a decline the form keeps what was typed, but never the number or the CVC', async () => {
  const page = await atThePaymentPage()
  await typeCard(page, testCards.notSufficientFunds)
  await page.locator('#threeDS').uncheck({ force: true })
  await pressPay(page)
  await page.getByRole('alert').first().waitFor()
  expect(await page.inputValue('#cardHolderName')).toBe(testCards.notSufficientFunds.cardHolderName)
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
  expect(await page.locator('#charge dd').allInnerTexts()).toEqual([
    price,
    expect.stringMatching(/^₺/),
    charged,
  ])
  expect(await page.locator('#pay-form button.pay').innerText()).toContain(charged)
  await chooseInstallment(page, 1)
  expect(await page.locator('#charged').innerText()).toBe(price)
  await chooseInstallment(page, 6)
  await payWithCode(page)
  await orderPage(page)
  expect(sandbox.control.payments()).toMatchObject([
    { installment: 6, threeDS: true, paidPrice: kurusOf(charged) },
  ])
})

/** The emulator's own text of a price on its page: "₺1.324,89" is "1324.89". */
const kurusOf = (price: string): string => price.replace(/[^\d,]/g, '').replace(',', '.')

test('the console of the emulator lists what was paid, on either screen', async () => {
  sandbox.control.webhooks.setUrl('http://127.0.0.1:9/nobody')
  const page = await atThePaymentPage()
  await typeCard(page, testCards.success)
  await payWithCode(page)
  await orderPage(page)
  const answer = await page.goto(sandbox.url)
  expect(answer?.status()).toBe(200)
  await page.getByText('SUCCESS').first().waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await flawsOf(page, 'en', 320)).toEqual([])
  await visitor.pictures('console')
  await page.locator('#webhooks tbody a').first().click()
  await page.getByText('HMAC-SHA256').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await flawsOf(page, 'en', 320)).toEqual([])
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByText('Tries: 1').waitFor()
})
