// All that the app shows a merchant, page by page.
import type { Visitor } from './chromium'
import { flawsOf } from './page-flaws'

type Lang = 'tr' | 'en'

export const WORDS_OF_PAGES = {
  tr: {
    sections: [
      'Genel bakış',
      'Bugün',
      'Ödemeler',
      'İlgilenmeniz gerekenler',
      'Ödeme bağlantıları',
      'Krediler',
      'Şüpheli işlemler',
      'Gizlilik',
    ],
    reconcile: 'Şimdi mutabakat yap',
    stop: 'Ödeme almayı durdur',
    keys: 'Anahtarları yönet (Test)',
    alerts: 'Uyarı adresi (test hesabı)',
    remove: 'Anahtarları sil',
    cancel: 'Vazgeç',
    logout: 'Çıkış',
    shop: 'Mağaza adresi',
    open: 'Shopify ile devam et',
  },
  en: {
    sections: [
      'Overview',
      'Today',
      'Payments',
      'Needs attention',
      'Payment links',
      'Loans',
      'Fraud',
      'Privacy',
    ],
    reconcile: 'Reconcile now',
    stop: 'Stop taking payments',
    keys: 'Manage keys (Test)',
    alerts: 'Alerts of the test account',
    remove: 'Remove keys',
    cancel: 'Cancel',
    logout: 'Log out',
    shop: 'Shop address',
    open: 'Continue with Shopify',
  },
} as const

/**
 * From a payment's page, where the merchant stands, through every page and out of the app and in again. What is wrong
 * with them; empty when nothing.
 */
export async function seeEveryPage(merchant: Visitor, lang: Lang, shop: string): Promise<string[]> {
  const { page } = merchant
  const words = WORDS_OF_PAGES[lang]
  const [overview] = words.sections
  const payment = new URL(page.url())
  const flaws: string[] = []
  const look = async (name: string) => {
    flaws.push(...(await flawsOf(page, lang)))
    await merchant.pictures(`${name}-${lang}`)
  }
  const press = (name: string) => page.getByRole('button', { name }).click()
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click()

  await page.goto(`${payment.href}?lang=${lang}`)
  await look('payment')
  for (const name of words.sections) {
    await follow(name)
    expect(await page.locator('h1').innerText()).toBe(name)
    await look(`page-${name}`)
  }
  await follow(overview)
  await press(words.reconcile)
  await look('reconciled')
  await page.goto(`${payment.origin}/payments/none`)
  await look('missing')
  await follow(overview)
  await press(words.stop)
  await look('stop')
  await follow(words.cancel)
  await follow(words.keys)
  await look('keys')
  await follow(words.alerts)
  await look('alerts')
  await page.goBack()
  await follow(words.remove)
  await look('remove')
  await follow(words.cancel)
  await press(words.logout)
  await look('entrance')
  await page.getByLabel(words.shop).fill('zerdali.example.com')
  await press(words.open)
  await page.locator('[aria-invalid]').waitFor()
  await look('not-a-shop')
  await page.goto(`${payment.origin}/auth/callback?shop=${shop}`)
  await look('refused')
  await page.locator('main a').click()
  await page.getByLabel(words.shop).fill(shop)
  await press(words.open)
  await page.getByRole('heading', { name: overview }).waitFor()
  return flaws
}
