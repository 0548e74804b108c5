// What a shopper does with his card on the payment page, in a real browser: points, saved cards, saving one.
import { createClient } from '@craftgate-commerce/core/client'
import { type Sandbox, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { BareShop, orderPage } from './bare-shop'
import { startChromium, Visitor } from './chromium'
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

type Client = ReturnType<typeof createClient>

async function withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const { apiKey, secretKey, webhookKey, url } = sandbox
  const client = createClient({ apiKey, secretKey, webhookKey, environment: url })
  try {
    return await use(client)
  } finally {
    await client.close()
  }
}

const callbackUrl = () => `${shop.url}/callback`

async function arrive(pageUrl: unknown): Promise<Page> {
  visitor = await Visitor.arrive(browser, 'desktop', 'hosted')
  await visitor.page.goto(String(pageUrl))
  await visitor.page.locator('#pay-form').waitFor()
  return visitor.page
}

async function atThePaymentPage(more: object = {}): Promise<{ page: Page; token: string }> {
  const body = {
    ...{ price: 100, paidPrice: 100, currency: 'TRY' as const, callbackUrl: callbackUrl() },
    items: [{ name: 'Halı', price: 100 }],
    ...more,
  }
  const { token, pageUrl } = await withClient((client) => client.call('initCheckoutPayment', { body }))
  return { page: await arrive(pageUrl), token: String(token) }
}

const paid = (token: string) =>
  withClient((client) => client.call('retrieveCheckoutPayment', { path: { token } }))

const storedCard = (cardUserKey?: string, { cardNumber, ...card } = testCards.success) => {
  const { cardHolderName, expireYear, expireMonth } = card
  const body = { cardHolderName, expireYear, expireMonth, cardNumber, cardUserKey }
  return withClient((client) => client.call('storeCard', { body }))
}

const askButton = (page: Page) => page.locator('#ask-loyalties')

test('points are asked for without leaving the page, and a part of them pays', async () => {
  const { page, token } = await atThePaymentPage()
  await typeCard(page, testCards.points)
  await chooseInstallment(page, 3)
  await askButton(page).click()
  await page.locator('[name=loyalty][value=REWARD_MONEY]').check({ force: true })
  expect(await page.inputValue('#points')).toBe('17,55')
  expect(await page.inputValue('#cvc')).toBe(testCards.points.cvc)
  await visitor.pictures('points')
  await page.fill('#points', '6,20')
  await payWithCode(page)
  await orderPage(page)
  expect(await paid(token)).toMatchObject({
    installment: 3,
    loyalty: { reward: { cardRewardMoney: 1, firmRewardMoney: 5.2 } },
  })
})

test('points of one card are forgotten when another is typed', async () => {
  const { page } = await atThePaymentPage()
  await typeCard(page, testCards.points)
  await askButton(page).click()
  await page.locator('#points').waitFor()
  await typeCard(page, testCards.world)
  expect(await page.locator('#points').count()).toBe(0)
  await askButton(page).click()
  await page.locator('#loyalties .hint').waitFor()
})

test('a card that is not complete asks no bank', async () => {
  const { page } = await atThePaymentPage()
  await askButton(page).click()
  expect(await page.locator('#cardHolderName-error').innerText()).not.toBe('')
  expect(await page.locator('#loyalties').innerText()).toBe('')
})

test('Enter in the card form pays', async () => {
  const { page } = await atThePaymentPage()
  await typeCard(page, testCards.success)
  await page.locator('#cvc').press('Enter')
  await page.locator('#code-form').waitFor()
})

test('a saved card is deleted at once, and the other pays', async () => {
  const { cardUserKey } = await storedCard()
  await storedCard(String(cardUserKey), testCards.maximum)
  const { page, token } = await atThePaymentPage({ cardUserKey, allowDeleteStoredCard: true })
  await page.locator('[name=deleteCard]').first().click()
  await page.locator('[name=deleteCard]').nth(1).waitFor({ state: 'detached' })
  await payWithCode(page)
  await orderPage(page)
  expect(await paid(token)).toMatchObject({ lastFourDigits: '0009', paidWithStoredCard: true })
})

test('a card is saved on its own page, after the bank said yes', async () => {
  const body = {
    ...{ verificationPrice: 1, currency: 'TRY' as const, callbackUrl: callbackUrl() },
    paymentAuthenticationType: 'THREE_DS' as const,
  }
  const { token, pageUrl } = await withClient((client) => client.call('initCheckoutCardVerify', { body }))
  const page = await arrive(pageUrl)
  await visitor.pictures('save-card')
  await typeCard(page, testCards.success)
  await pressPay(page)
  await answerBank(page)
  await orderPage(page)
  const path = { token: String(token) }
  const { card } = await withClient((client) => client.call('retrieveCheckoutCardVerify', { path }))
  expect(card).toMatchObject({ lastFourDigits: '0002' })
})
