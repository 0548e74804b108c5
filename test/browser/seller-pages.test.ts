// What a marketplace does with its sellers, in the panel of a real Medusa: each form on a phone and a computer, and one whole
// sale by keyboard.
import type { Browser, Page } from 'playwright-core'
import { type OpenShop, openShop } from '../medusa/open-shop'
import { type Screen, startChromium, Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'

let shop: OpenShop
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop('browser_sellers'), startChromium()])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await shop?.stack.stop()
})
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  // A form that lacks something is answered with 422, and Chromium says so in its console.
  expect(problems.filter((problem) => !/status of 422/.test(problem))).toEqual([])
})

async function enter(screen: Screen, path: string): Promise<Page> {
  const link = await shop.store.panelLink(path)
  visitor = await Visitor.arrive(browser, screen, 'sellers')
  const { page } = visitor
  await page.goto(link)
  await page.locator('main form button').click()
  await page.locator('nav').first().waitFor()
  return page
}

async function look(name: string): Promise<void> {
  const { page } = visitor
  expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
  await visitor.picture(name)
}

/** The page of the shares of a sale of two sellers. */
async function sharesOfASale(scene = shop.scene()): Promise<string> {
  const { reference } = await scene.buy({ products: 2, sellers: [2, 3] })
  return `/sellers/shares/${reference}`
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe.each(['phone', 'desktop'] as const)('on a %s', (screen) => {
  test('a share is corrected, approved and taken back, and then all are approved', async () => {
    const page = await enter(screen, await sharesOfASale())
    await button(page, 'Tümünü onayla').waitFor()
    await look('shares')
    await page.getByLabel('Yeni pay').fill('9999')
    await button(page, 'Payı düzelt').click()
    await page.getByText('Pay, ürünün tutarından büyük olamaz.').waitFor()
    await look('share-refused')
    await page.getByLabel('Yeni pay').fill('40,50')
    await button(page, 'Payı düzelt').click()
    await page.getByText('Pay düzeltildi.').waitFor()
    await page.getByRole('cell', { name: '40,50 TL' }).waitFor()
    await button(page, 'Onayla').first().click()
    await page.getByText('Pay onaylandı.').waitFor()
    await look('share-approved')
    await button(page, 'Onayı geri al').click()
    await page.getByText('Onay geri alındı.').waitFor()
    await button(page, 'Tümünü onayla').click()
    await page.getByText('Pay onaylandı.').waitFor()
    expect(await button(page, 'Onayı geri al').count()).toBe(2)
  })

  test('earnings are moved into wallets, and the page names what is done by hand', async () => {
    const page = await enter(screen, '/sellers/payouts')
    await page.getByText('Dosya Onayla: banka parayı gönderir.').waitFor()
    await look('payouts')
    await button(page, 'Hakedişleri cüzdanlara aktar').click()
    await page
      .getByRole('status')
      .getByText(/Hakedişler satıcıların cüzdanına eklendi|Aktarılacak hakediş yok/)
      .waitFor()
  })

  test('a payout is opened: who got it, and which transactions it paid', async () => {
    const scene = shop.scene()
    const page = await enter(screen, await sharesOfASale(scene))
    await button(page, 'Tümünü onayla').click()
    await page.getByText('Pay onaylandı.').waitFor()
    const paid = scene.craftgate.payEarnings()
    await page.goto(page.url().replace(/\/sellers\/.*/, '/sellers/payouts'))
    const { id, transactionIds } = paid.find(({ memberId }) => memberId === 2) ?? {}
    await page.getByRole('link', { name: String(id), exact: true }).click()
    const payout = page.getByRole('region', { name: `Gönderim no ${id}` })
    await payout.getByText('Bakır Atölyesi').waitFor()
    for (const transaction of transactionIds ?? [])
      await payout.locator('table').getByText(String(transaction), { exact: true }).waitFor()
    await look('payout')
  })

  test('a seller is registered: what is missing is said beside its field', async () => {
    const page = await enter(screen, '/sellers')
    await look('sellers')
    await page.getByRole('link', { name: 'Yeni satıcı' }).click()
    await look('seller-new')
    await page.locator('#memberExternalId').fill(`satici-${screen}`)
    await page.locator('#memberType').selectOption('PERSONAL')
    await page.locator('#contactName').fill('Can')
    await page.locator('#contactSurname').fill('Su')
    await page.locator('#email').fill('can@example.com')
    await page.locator('#phoneNumber').fill('+905551112233')
    await page.locator('#address').fill('Moda Cad. 12/3')
    await button(page, 'Kaydet').click()
    await page.locator('#iban[aria-invalid=true]').waitFor()
    await look('seller-lacks')
    await page.locator('#iban').fill('TR93 0006 7010 0000 0001 1111 11')
    await page.locator('#settlementDelayCount').fill('14')
    await button(page, 'Kaydet').click()
    await page.getByText('Üye kaydedildi.').waitFor()
    await look('seller')
  })

  test('an account abroad is added, changed and removed', async () => {
    const page = await enter(screen, '/sellers/accounts')
    await look('accounts')
    await page.getByLabel('Wise hesap kimliği').fill('wise-7')
    await page.getByLabel('Satıcının üye numarası').fill('2')
    await button(page, 'Hesap ekle').click()
    await page.getByText('Hesap eklendi.').waitFor()
    await page.getByRole('link', { name: /^Değiştir ya da sil/ }).click()
    await look('account')
    await page.getByLabel('Wise hesap kimliği').fill('wise-8')
    await button(page, 'Kaydet').click()
    await page.getByText('Hesap değiştirildi.').waitFor()
    await page.getByRole('link', { name: /^Değiştir ya da sil/ }).click()
    await button(page, 'Hesabı sil').click()
    await page.getByText('Kayıtlı hesap yok.').waitFor()
  })
})

test('by keyboard only: a seller’s share is approved', async () => {
  const page = await enter('desktop', await sharesOfASale())
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  for (let presses = 0; presses < 20 && (await focused(page)) !== 'Onayla'; presses += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Pay onaylandı.').waitFor()
})

const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent?.trim())
