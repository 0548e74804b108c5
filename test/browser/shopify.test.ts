import type { Stack } from '@craftgate-commerce/example-demo'
import { SECOND_SHOP, ZERDALI } from '@craftgate-commerce/example-shopify-store'
import { testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { startTestStack } from '../stack/start-test-stack'
import { startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'
import {
  factOf,
  lookUntil,
  openApp,
  openOrder,
  openPaymentOf,
  setCapture,
  sumOf,
  typeKeys,
} from './shopify-merchant'
import { seeEveryPage, WORDS_OF_PAGES } from './shopify-pages'
import { pay, thankYou, walkToCheckout, walkToCraftgate } from './shopify-shop'
import { chooseInstallment, payWithCode, typeCard } from './shopping'

let stack: Stack<'shopify'>
let browser: Browser
let shopper: Visitor
/** The merchant's browser runs no scripts: none of the app's pages needs one. */
let merchant: Visitor

/** What the browser itself writes down when a page says no on purpose. */
const REFUSAL = /^console: Failed to load resource: the server responded with a status of 4\d\d/

beforeAll(async () => {
  const env = { RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false', RETRY_SCALE: '0.02' }
  ;[stack, browser] = await Promise.all([
    startTestStack('browser_shopify', { stores: ['shopify'], shopify: { env } }),
    startChromium(),
  ])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})
beforeEach(async () => {
  stack.sandbox.control.reset()
  ;[shopper, merchant] = await Promise.all([
    Visitor.arrive(browser, 'phone', 'shopify'),
    Visitor.arrive(browser, 'desktop', 'shopify', { javaScriptEnabled: false }),
  ])
})
afterEach(async () => {
  const problems = [...shopper.problems, ...merchant.problems].filter((problem) => !REFUSAL.test(problem))
  await Promise.all([shopper.leave(), merchant.leave()])
  stack.shopify.emulator.control.reset()
  expect(problems).toEqual([])
  expect(stack.shopify.emulator.control.violations()).toEqual([])
})

const shopOf = ({ domain }: { readonly domain: string }): string => stack.shopify.emulator.shopUrl(domain)
const adminOf = (shop: { readonly domain: string }): string => `${shopOf(shop)}/admin`

const decimal = (kurus: number): string =>
  new Intl.NumberFormat('tr-TR', { minimumFractionDigits: 2 }).format(kurus / 100)

const lira = (kurus: number): string => `${decimal(kurus)} TL`

/** As Shopify's pages write it here. */
const sum = (kurus: number): string => `₺${decimal(kurus)}`

const kurus = (decimal = 'nothing'): number => Math.round(Number(decimal) * 100)

const paid = () => stack.sandbox.control.payments().filter(({ status }) => status === 'SUCCESS')

/** The only payment, in kurus. */
function payment() {
  const [row, another] = paid()
  if (another) throw new Error('There are several payments')
  return {
    price: kurus(row?.price),
    paidPrice: kurus(row?.paidPrice),
    refunded: kurus(row?.refunded),
    phase: row?.phase,
  }
}

/** Buys in Zerdali with a good card; the order's number. */
async function buy(page: Page, installment = 1): Promise<string> {
  await walkToCraftgate(page, shopOf(ZERDALI))
  await typeCard(page, testCards.success)
  await chooseInstallment(page, installment)
  await payWithCode(page)
  if (installment > 1) await page.getByRole('link', { name: 'Siparişime git' }).press('Enter')
  return (await thankYou(page)).number
}

const timeline = async (page: Page): Promise<string[]> =>
  (await page.locator('.timeline li > span').allInnerTexts()).map((text) => text.split(' · ')[0] ?? '')

test('the block of the app’s theme extension shows on a product page what it costs in instalments', async () => {
  const { page } = shopper
  // Browsers may ask from a domain that the shop's payments came from.
  await walkToCraftgate(page, shopOf(ZERDALI))
  await typeCard(page, testCards.success)
  await payWithCode(page)
  await thankYou(page)
  await page.goto(`${shopOf(ZERDALI)}/`)
  await page.locator('.products h2 a').first().click()
  const offer = page.locator('craftgate-installments')
  expect(await offer.locator('[part=summary]').innerText()).toMatch(/Aylık en düşük taksit: ₺[\d.,]+/)
  await offer.locator('summary').click()
  expect(await offer.locator('table').count()).toBeGreaterThan(3)
  expect(await offer.locator('.inside').innerText()).toMatch(/Tutarlar yaklaşıktır/)
  await shopper.pictures('product-instalments')
  expect([...(await flawsOf(page)), ...(await violationsOf(page, 'main'))]).toEqual([])
})

test('a merchant installs the app, reads what is wrong with the keys, enters the right ones, and sells', async () => {
  const { page } = merchant
  const [keys] = stack.sandbox.merchants.filter(({ apiKey }) => apiKey === 'ikinci-api-key')
  if (!keys) throw new Error('Craftgate does not know the second shop')
  await page.goto(adminOf(SECOND_SHOP))
  await page.getByRole('button', { name: 'Uygulamayı kaldır' }).click()
  // Two days later Shopify has the shop forgotten: it is as new.
  await stack.shopify.emulator.control.sendPrivacyWebhook(SECOND_SHOP.domain, 'shop/redact')
  await walkToCheckout(shopper.page, shopOf(SECOND_SHOP))
  await shopper.page.locator('#not-ready').waitFor()

  await page.getByRole('link', { name: 'Uygulamayı yükle' }).click()
  await merchant.pictures('install')
  await page.getByRole('button', { name: 'Yükle' }).click()
  await page.getByText('Önce en az bir Craftgate hesabı bağlayın.').waitFor()
  await merchant.pictures('overview-new')
  await page.getByRole('link', { name: 'Bağla (Canlı)' }).click()
  await page.getByText('Bağlı değil').waitFor()
  await typeKeys(page, { ...keys, webhookKey: '' })
  expect(await page.locator('#webhookKey-error').innerText()).toBe('Bu alanı doldurun.')
  await typeKeys(page, { ...keys, secretKey: 'not-this-one' })
  expect(await page.getByRole('alert').innerText()).toContain('Craftgate bu anahtarları tanımadı')
  expect(await page.getByLabel('API anahtarı', { exact: true }).inputValue()).toBe(keys.apiKey)
  expect(await page.content()).not.toContain('not-this-one')
  expect(await flawsOf(page)).toEqual([])
  await merchant.pictures('keys-wrong')
  await typeKeys(page, keys)
  expect(await page.getByRole('status').innerText()).toContain('Anahtarlar denendi ve kaydedildi.')
  await merchant.pictures('keys-saved')

  await page.getByRole('link', { name: 'Genel bakış' }).click()
  await page.getByRole('button', { name: 'Etkinleştir' }).click()
  await page.getByText('Uygulama ödeme almaya hazır').waitFor()
  await page.getByLabel('Bu sağlayıcıyla ödeme al').check()
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByText('Ayarlar kaydedildi.').waitFor()
  await merchant.pictures('settings')

  await shopper.page.reload()
  await pay(shopper.page)
  await typeCard(shopper.page, testCards.success)
  await payWithCode(shopper.page)
  expect((await thankYou(shopper.page)).status).toBe('paid')
  expect(paid()).toHaveLength(1)
}, 300_000)

test('a shopper pays by instalments and 3D Secure; the order and the payment tell all of it', async () => {
  const { page } = shopper
  await walkToCheckout(page, shopOf(ZERDALI))
  await shopper.pictures('checkout')
  await pay(page)
  await typeCard(page, testCards.success)
  await chooseInstallment(page, 3)
  await shopper.pictures('craftgate')
  await payWithCode(page)
  const charged = page.locator('dd.sum')
  await charged.waitFor()
  const { price, paidPrice } = payment()
  expect(await charged.innerText()).toBe(lira(paidPrice))
  expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
  await shopper.pictures('charged')
  // It goes on by itself.
  const { number, status } = await thankYou(page)
  expect(status).toBe('paid')
  await shopper.pictures('thank-you')

  await openOrder(merchant.page, adminOf(ZERDALI), number)
  expect(await merchant.page.locator('h1 + .tag').innerText()).toBe('Ödendi')
  expect(await sumOf(merchant.page, 'Tahsil edilen')).toBe(sum(price))
  await merchant.pictures('admin-order')
  await openPaymentOf(merchant.page, adminOf(ZERDALI), number)
  const facts: Record<string, string> = {
    Durum: 'Tahsil edildi',
    'Ödeme yolu': 'Bonus Mastercard •••• 0002',
    Taksit: '3',
    'Sipariş tutarı': lira(price),
    'Karttan çekilen': lira(paidPrice),
    'Alıcının ödediği vade farkı': lira(paidPrice - price),
    '3D Secure': 'Evet',
  }
  for (const [name, fact] of Object.entries(facts)) expect(await factOf(merchant.page, name)).toBe(fact)
  expect(await timeline(merchant.page)).toEqual([
    'Shopify istedi',
    'Craftgate parayı aldı',
    'Shopify’a bildirilecek',
    'Shopify’a bildirildi',
  ])
  await merchant.pictures('payment')
})

test('a shopper who gives up is back at the checkout, which can be paid again', async () => {
  const { page } = shopper
  await walkToCheckout(page, shopOf(ZERDALI))
  const checkout = page.url()
  await pay(page)
  await page.locator('#leave-form button').click()
  await page.waitForURL(checkout)
  expect(await page.locator('#payment-alert').count()).toBe(0)
  await pay(page)
  await typeCard(page, testCards.success)
  await payWithCode(page)
  expect((await thankYou(page)).status).toBe('paid')
  expect(paid()).toHaveLength(1)
})

test('a shopper who leaves with a declined card reads so at the checkout, and pays with another card', async () => {
  const { page } = shopper
  await walkToCheckout(page, shopOf(ZERDALI))
  const checkout = page.url()
  await pay(page)
  await typeCard(page, testCards.notSufficientFunds)
  await payWithCode(page)
  await page.getByRole('alert').first().waitFor()
  await page.locator('#leave-form button').click()
  await page.waitForURL(checkout)
  const alert = await page.locator('#payment-alert').innerText()
  expect(alert).toMatch(/^Ödemeniz alınamadı/)
  expect(alert).not.toContain('bakiye')
  await shopper.pictures('declined')
  await pay(page)
  await typeCard(page, testCards.success)
  await payWithCode(page)
  const { number } = await thankYou(page)
  expect(paid()).toHaveLength(1)
  await openOrder(merchant.page, adminOf(ZERDALI), number)
  const attempts = merchant.page.locator('#sessions tbody tr')
  expect(await attempts.locator('.tag').allInnerTexts()).toEqual(['Başarılı', 'Reddedildi'])
  expect(await attempts.last().innerText()).toMatch(/INSUFFICIENT_FUNDS: .*bakiye/)
})

test('a refund of a part, then of the rest, stands in the admin and on the page of the payment', async () => {
  const { page } = merchant
  const number = await buy(shopper.page, 3)
  const { price, paidPrice } = payment()
  await openOrder(page, adminOf(ZERDALI), number)
  await page.getByLabel('Tutar (TRY)').fill('100,25')
  await page.getByRole('button', { name: 'İade et' }).click()
  await lookUntil(page.locator('h1 + .tag', { hasText: 'Kısmen iade edildi' }))
  expect(await sumOf(page, 'İade edilen')).toBe(sum(10025))
  expect(payment().refunded).toBe(Math.round((10025 * paidPrice) / price))
  await merchant.pictures('admin-part-refunded')
  await page.getByRole('button', { name: 'İade et' }).click()
  await lookUntil(page.locator('h1 + .tag', { hasText: 'İade edildi' }))
  expect(payment().refunded).toBe(paidPrice)
  await merchant.pictures('admin-refunded')

  await openPaymentOf(page, adminOf(ZERDALI), number)
  const rows = page.getByRole('table', { name: 'Shopify’ın istedikleri' }).locator('tbody tr')
  expect(await rows.count()).toBe(2)
  await rows.first().getByText(lira(10025)).waitFor()
  await rows
    .last()
    .getByText(lira(price - 10025))
    .waitFor()
  expect(await rows.locator('.badge').allInnerTexts()).toEqual(['Tamamlandı', 'Tamamlandı'])
  expect((await timeline(page)).filter((step) => step === 'İade: Shopify’a bildirildi')).toHaveLength(2)
  await merchant.pictures('payment-refunded')
})

test('where the merchant captures by hand, the money is held first, then captured, or released', async () => {
  const { page } = merchant
  const admin = adminOf(ZERDALI)
  await setCapture(page, admin, 'manual')
  const number = await buy(shopper.page)
  expect((await thankYou(shopper.page)).status).toBe('authorized')
  expect(payment().phase).toBe('PRE_AUTH')
  await openOrder(page, admin, number)
  await merchant.pictures('admin-authorized')
  await page.getByRole('button', { name: 'Tahsil et' }).click()
  await lookUntil(page.locator('h1 + .tag', { hasText: 'Ödendi' }))
  expect(payment().phase).toBe('POST_AUTH')
  await openPaymentOf(page, admin, number)
  expect(await factOf(page, 'Durum')).toBe('Tahsil edildi')
  await merchant.pictures('payment-captured')

  stack.sandbox.control.reset()
  const other = await buy(shopper.page)
  await openOrder(page, admin, other)
  await page.getByRole('button', { name: 'Provizyonu iptal et' }).click()
  await lookUntil(page.locator('h1 + .tag', { hasText: 'İptal edildi' }))
  expect(payment().refunded).toBe(payment().paidPrice)
  await openPaymentOf(page, admin, other)
  expect(await factOf(page, 'Durum')).toBe('Provizyon iptal edildi')
  const voided = page.url()
  await page.getByRole('link', { name: 'Ödemeler', exact: true }).click()
  await page.getByLabel('Durum').selectOption('İncelemede olanlar')
  await page.getByRole('button', { name: 'Göster' }).click()
  await page.getByText('Aramanıza uyan ödeme yok.').waitFor()
  await page.getByLabel('Durum').selectOption('Hepsi')
  await page.getByRole('button', { name: 'Göster' }).click()
  const newest = page.locator('tbody tr').first()
  expect(await newest.locator('.badge').innerText()).toBe('Provizyon iptal edildi')
  await newest.getByRole('link').click()
  expect(page.url()).toBe(voided)
  await setCapture(page, admin, 'automatic')
})

test('while Shopify does not answer the shopper waits on a page that leads on by itself', async () => {
  const { page } = shopper
  await walkToCraftgate(page, shopOf(ZERDALI))
  await typeCard(page, testCards.success)
  stack.shopify.emulator.control.down()
  await payWithCode(page)
  await page.getByRole('heading', { name: 'Ödemeniz alındı' }).waitFor()
  expect(await flawsOf(page)).toEqual([])
  await shopper.pictures('waiting')
  await openApp(merchant.page, adminOf(ZERDALI))
  await merchant.page.getByRole('heading', { name: 'İlgilenmeniz gerekenler' }).waitFor()
  expect(await flawsOf(merchant.page)).toEqual([])
  await merchant.pictures('overview-with-problems')
  stack.shopify.emulator.control.up()
  expect((await thankYou(page)).status).toBe('paid')
  expect(paid()).toHaveLength(1)
})

test.each(['tr', 'en'] as const)(
  'every page of the app is fit for everybody: %s',
  async (lang) => {
    const { page } = merchant
    const number = await buy(shopper.page, 3)
    await openPaymentOf(page, adminOf(ZERDALI), number)
    expect(await seeEveryPage(merchant, lang, ZERDALI.domain)).toEqual([])
  },
  300_000,
)

test('in English the pages hold no Turkish, but for names', async () => {
  const { page } = merchant
  const number = await buy(shopper.page, 3)
  await openPaymentOf(page, adminOf(ZERDALI), number)
  await page.getByRole('link', { name: 'English' }).click()
  const [bank = ''] = (await factOf(page, 'Card')).split(' Bonus')
  const text = async () => {
    const ways = await page.locator('#way option').allInnerTexts()
    const names = [bank, 'Türkçe', ...ways]
    return names.reduce((left, name) => left.replaceAll(name, ''), await page.locator('body').innerText())
  }
  expect(await text()).not.toMatch(TURKISH)
  for (const name of WORDS_OF_PAGES.en.sections) {
    await page.getByRole('link', { name, exact: true }).click()
    expect(await text()).not.toMatch(TURKISH)
  }
})

const TURKISH = /[çğıöşüİ]/
