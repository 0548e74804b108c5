// The merchant's panel in a real browser, entered from a real Medusa's admin: every page, on a phone and a computer.
import { testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { type OpenShop, openShop } from '../medusa/open-shop'
import { type Screen, startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'

let shop: OpenShop
let browser: Browser
let visitor: Visitor
/** The reference of a purchase that was paid in instalments and refunded in part. */
let paid: string
let unpaid: string

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop('browser_panel'), startChromium()])
  const scene = shop.scene()
  const bought = await scene.buy({}, { card: testCards.success, installment: 3 })
  await shop.store.refund(bought.order, { amount: 700 })
  paid = bought.reference
  unpaid = (await scene.goToPay(await scene.place())).reference
  await scene.craftgate.nextPaymentFraud('REVIEW')
  await scene.buy()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await shop?.stack.stop()
})
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  expect(problems).toEqual([])
})

/** Follows a link of the admin's, and presses its button. */
async function enter(screen: Screen, path = '/'): Promise<Page> {
  const link = await shop.store.panelLink(path)
  visitor = await Visitor.arrive(browser, screen, 'panel')
  const { page } = visitor
  await page.goto(link)
  await page.locator('main form button').click()
  await page.locator('nav').first().waitFor()
  return page
}

async function look(page: Page, name: string): Promise<void> {
  expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
  await visitor.picture(name)
}

describe.each(['phone', 'desktop'] as const)('on a %s', (screen) => {
  test('the list, a paid purchase with what went back, and one that waits with its link', async () => {
    const page = await enter(screen)
    await page.getByRole('heading', { name: 'Ödemeler' }).waitFor()
    await look(page, 'payments')
    await page.locator(`a[href$="${paid}"]`).click()
    await page.getByText('Bonus Mastercard •••• 0002').waitFor()
    await look(page, 'payment')
    await page.goto(page.url().replace(paid, unpaid))
    await page.getByLabel('Link', { exact: true }).waitFor()
    await look(page, 'payment-unpaid')
  })

  test('what needs attention', async () => {
    const page = await enter(screen, '/attention')
    await page.getByRole('heading', { name: 'İncelenen ödemeler (1)' }).waitFor()
    await look(page, 'attention')
  })

  test('a link is made, shown as a QR code, and deleted', async () => {
    const page = await enter(screen, '/links')
    await page.getByLabel('Ne için').fill('Kahve atölyesi')
    await page.getByLabel('Tutar').fill('1.250,50')
    await page.getByRole('button', { name: 'Link oluştur' }).click()
    await page.getByRole('heading', { name: 'Kahve atölyesi' }).waitFor()
    await look(page, 'link')
    await page.getByRole('link', { name: 'Linklere dön' }).click()
    await look(page, 'links')
    await page.getByRole('link', { name: 'Kahve atölyesi' }).click()
    await page.getByRole('button', { name: 'Linki sil' }).click()
    await page.getByText('Henüz link yok.').waitFor()
  })

  test('a fraud review says what each decision does; a value goes on a list, and the list goes', async () => {
    const page = await enter(screen, '/fraud')
    await page.getByRole('heading', { name: 'Karar bekleyen ödemeler (1)' }).waitFor()
    await look(page, 'fraud')
    await page.getByRole('link', { name: 'İncele ve karar ver' }).click()
    await page.getByRole('button', { name: 'Reddet ve parayı geri ver' }).waitFor()
    await look(page, 'fraud-review')
    await page.getByRole('link', { name: 'Şüpheli işlemlere dön' }).click()
    await page.getByLabel('Liste adı').fill('blockedClientIps')
    await page.getByLabel('Değer', { exact: true }).fill('85.105.10.20')
    await page.getByLabel('Kaç saat geçerli').fill('48')
    await page.getByRole('button', { name: 'Listeye ekle' }).click()
    await page.getByText('Değer listeye eklendi.').waitFor()
    await look(page, 'fraud-list')
    await page.getByRole('button', { name: 'Listeden çıkar: 85.105.10.20' }).click()
    await page.getByText('Bu listede değer yok.').waitFor()
    await page.getByRole('button', { name: 'Listeyi sil' }).click()
    await page.getByText('Henüz liste yok.').waitFor()
  })
})

test('by keyboard only: a search, a payment, and Craftgate asked again', async () => {
  const page = await enter('desktop')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.locator('#q').focus()
  await page.keyboard.type(paid)
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await page.locator('tbody th a').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/payments\//)
  await page.getByRole('button', { name: 'Craftgate’e yeniden sor' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Craftgate’e soruldu.').waitFor()
})
