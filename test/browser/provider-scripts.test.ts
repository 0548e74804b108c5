// Pages of core's on which a provider's own script runs, in a browser: the emulator serves a stand-in for each script.
import { type Sandbox, startSandbox, testOtp } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { orderPage } from './bare-shop'
import { startChromium, Visitor } from './chromium'
import { CoreShop } from './core-shop'
import { flawsOf, violationsOf } from './page-flaws'

let sandbox: Sandbox
let shop: CoreShop
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  ;[sandbox, browser] = await Promise.all([startSandbox(), startChromium()])
  shop = await CoreShop.start(sandbox)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
  await sandbox?.close()
})
beforeEach(() => sandbox.control.reset())
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  // A page that tells a problem answers 422, which the console calls an error.
  expect(problems.filter((problem) => !problem.includes('422'))).toEqual([])
})

const options = () => ({
  googlePay: {
    ...{ gateway: 'craftgate', gatewayMerchantId: 'shop-1', tokenParameter: 'googlePayToken' },
    ...{ merchantName: 'Dükkân', script: `${sandbox.url}/google-pay/pay.js` },
  },
  applePay: {
    ...{ merchantIdentifier: 'merchant.com.shop', displayName: 'Dükkân' },
    script: `${sandbox.url}/apple-pay/apple-pay-sdk.js`,
  },
  bkmExpress: { script: `${sandbox.url}/bkm-express/bex.js` },
  masterpass: {
    ...{ clientId: '34700000', serviceUrl: `${sandbox.url}/masterpass`, listToken: async () => 'list-token' },
    scripts: [`${sandbox.url}/masterpass/jquery.js`, `${sandbox.url}/masterpass/mfs-client.js`],
  },
})

const WAYS = [
  { method: 'GOOGLEPAY', name: 'Google Pay' },
  { method: 'APPLEPAY', name: 'Apple Pay' },
] as const

type Method = (typeof WAYS)[number]['method'] | 'MASTERPASS' | 'BKM_EXPRESS'

async function arrive(
  method: Method,
  javaScriptEnabled = true,
  threeDSecure: 'always' | 'never' = 'never',
): Promise<Page> {
  const link = await shop.linkBy(method, options(), { threeDSecure })
  visitor = await Visitor.arrive(browser, 'phone', 'provider-scripts', { javaScriptEnabled })
  await visitor.page.goto(link)
  return visitor.page
}

describe.each(WAYS)('$name', ({ method, name }) => {
  const press = async (page: Page, card: RegExp | string) => {
    await page.getByRole('button', { name }).click()
    await page.getByRole('dialog', { name }).getByRole('button', { name: card }).click()
  }

  test('is a button that opens the sheet; the card pays the order', async () => {
    const page = await arrive(method)
    await page.getByRole('button', { name }).waitFor()
    expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
    await visitor.picture(method)
    await press(page, /^Paid/)
    await orderPage(page)
    expect(sandbox.control.payments()).toMatchObject([{ method, status: 'SUCCESS' }])
    expect(shop.platform.order('o1').payment).toMatchObject({ state: 'captured', facts: { method } })
  })

  test('that is cancelled says so, and may be pressed again', async () => {
    const page = await arrive(method)
    await press(page, 'Cancel')
    await page.getByRole('alert').filter({ hasText: 'vazgeçtiniz' }).waitFor()
    expect(sandbox.control.payments()).toEqual([])
    await press(page, /^Not sufficient/)
    await page.getByRole('alert').filter({ hasText: 'yetersiz' }).waitFor()
    await press(page, /^Paid/)
    await orderPage(page)
  })

  test('without scripts is told, and goes on at the payment page', async () => {
    const page = await arrive(method, false)
    expect(await page.locator('noscript').textContent()).toMatch('JavaScript')
    await page.getByRole('link', { name: 'Ödeme sayfasında devam et' }).click()
    await page.locator('#method-form').waitFor()
  })
})

test('a card of Google Pay that the device did not prove is verified at its bank', async () => {
  const page = await arrive('GOOGLEPAY')
  await page.getByRole('button', { name: 'Google Pay' }).click()
  await page.getByRole('button', { name: /^3D Secure/ }).click()
  await page.fill('#code', testOtp)
  await page.press('#code', 'Enter')
  await orderPage(page)
  expect(sandbox.control.payments()).toMatchObject([{ threeDS: true, status: 'SUCCESS' }])
})

describe('Masterpass', () => {
  const choose = async (page: Page, card: string, count: number) => {
    await page.getByLabel(/^Kart/).selectOption({ label: card })
    await page.getByRole('button', { name: 'Devam et' }).click({ trial: true })
    const options = page.getByLabel('Taksit')
    const code = await options.locator(`option[value^="${count}-"]`).getAttribute('value')
    await options.selectOption(code)
    await page.getByRole('button', { name: 'Devam et' }).click()
    await page.getByRole('button', { name: 'Öde' }).click()
  }
  const type = async (page: Page, code: string) => {
    await page.getByLabel('Doğrulama kodu').fill(code)
    await page.getByRole('button', { name: 'Öde' }).click()
  }

  test('lists the cards of the buyer and their instalments; a wrong code is told, the right one pays', async () => {
    const page = await arrive('MASTERPASS')
    await page.getByRole('button', { name: 'Devam et' }).click({ trial: true })
    expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
    await visitor.picture('MASTERPASS-cards')
    await choose(page, 'Bonus kartım 520922******0002', 3)
    await type(page, '000000')
    await page.getByRole('alert').filter({ hasText: 'Kod kabul edilmedi' }).waitFor()
    expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
    await visitor.picture('MASTERPASS-code')
    await type(page, testOtp)
    await orderPage(page)
    expect(sandbox.control.payments()).toMatchObject([{ method: 'MASTERPASS', installment: 3 }])
  })

  test('leads to the bank and back where the shop wants 3D Secure', async () => {
    const page = await arrive('MASTERPASS', true, 'always')
    await choose(page, 'Puanlı kartım 404308******0003', 1)
    await page.fill('#code', testOtp)
    await page.press('#code', 'Enter')
    await orderPage(page)
    expect(sandbox.control.payments()).toMatchObject([{ method: 'MASTERPASS', threeDS: true }])
  })

  test('lets the buyer choose another card after he began', async () => {
    const page = await arrive('MASTERPASS')
    await choose(page, 'Boş kartım 510152******6662', 1)
    await page.getByRole('button', { name: 'Başka bir kart seç' }).click()
    await choose(page, 'Bonus kartım 520922******0002', 1)
    await type(page, testOtp)
    await orderPage(page)
  })

  test('without scripts is told, and goes on at the payment page', async () => {
    const page = await arrive('MASTERPASS', false)
    await page.getByRole('link', { name: 'Ödeme sayfasında devam et' }).click()
    await page.waitForURL(/\/checkout\//)
  })
})

describe('BKM Express', () => {
  const press = async (page: Page, answer: string) => {
    await page.getByRole('button', { name: 'BKM Express' }).click()
    await page.getByRole('dialog', { name: 'BKM Express' }).getByRole('button', { name: answer }).click()
  }

  test('waits for the webhook once the shopper approved, and goes on by itself', async () => {
    const page = await arrive('BKM_EXPRESS')
    await page.getByRole('button', { name: 'BKM Express' }).waitFor()
    expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
    await visitor.picture('BKM_EXPRESS')
    await press(page, 'Approve')
    await page.getByRole('heading', { name: 'BKM Express onayı bekleniyor' }).waitFor()
    sandbox.control.webhooks.setUrl(`${shop.url}/craftgate/webhook`)
    await sandbox.control.clock.advance({ minutes: 1 })
    await orderPage(page)
    expect(sandbox.control.payments()).toMatchObject([{ method: 'BKM_EXPRESS', status: 'SUCCESS' }])
  })

  test('that is cancelled says so, and is begun again', async () => {
    const page = await arrive('BKM_EXPRESS')
    await press(page, 'Cancel')
    await page.getByRole('alert').filter({ hasText: 'vazgeçtiniz' }).waitFor()
    await page.getByRole('button', { name: 'Yeniden başlat' }).click()
    await press(page, 'Approve')
    await page.getByRole('heading', { name: 'BKM Express onayı bekleniyor' }).waitFor()
  })
})

test('a script that does not load leaves the way to the payment page', async () => {
  const link = await shop.linkBy('GOOGLEPAY', {
    googlePay: { ...options().googlePay, script: `${sandbox.url}/google-pay/not-there.js` },
  })
  visitor = await Visitor.arrive(browser, 'phone')
  await visitor.page.goto(link)
  await visitor.page.getByRole('alert').filter({ hasText: 'bu cihazda kullanılamıyor' }).waitFor()
  await visitor.page.getByRole('link', { name: 'Ödeme sayfasında devam et' }).click()
  await visitor.page.locator('#method-form').waitFor()
  visitor.problems.splice(0)
})
