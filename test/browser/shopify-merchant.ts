// What a merchant does in Shopify's admin and in the app.
import type { Locator, Page } from 'playwright-core'

const PATIENCE_MS = 60_000

/** Reloads the page, as somebody does who waits, until it shows this. */
export async function lookUntil(there: Locator): Promise<void> {
  const page = there.page()
  const end = Date.now() + PATIENCE_MS
  while (!(await there.first().isVisible())) {
    if (Date.now() > end) throw new Error(`${page.url()} does not show ${there}`)
    await page.reload()
  }
}

export async function openApp(page: Page, admin: string): Promise<void> {
  await page.goto(admin)
  await page.getByRole('link', { name: 'Uygulamayı aç' }).click()
  await page.getByRole('heading', { name: 'Kurulum' }).waitFor()
}

/** From the list of orders in Shopify's admin. */
export async function openOrder(page: Page, admin: string, number: string): Promise<void> {
  await page.goto(admin)
  await page.getByRole('link', { name: number, exact: true }).click()
  await page.getByRole('heading', { name: number, exact: true }).waitFor()
}

/** From the order in Shopify's admin to its payment in the app: Shopify shows an id, and the app finds it. */
export async function openPaymentOf(page: Page, admin: string, number: string): Promise<void> {
  await openOrder(page, admin, number)
  const session = await page.locator('#payment-session').innerText()
  await openApp(page, admin)
  await page.getByRole('link', { name: 'Ödemeler', exact: true }).click()
  await page.getByLabel('Ödemelerde ara').fill(session)
  await page.getByRole('button', { name: 'Göster' }).click()
  await page.locator('tbody tr', { hasText: session }).getByRole('link').click()
  await page.getByRole('heading', { name: `Ödeme ${session}` }).waitFor()
}

/** What stands beside a name on a page of the app. */
export const factOf = (page: Page, name: string): Promise<string> =>
  page
    .locator('.facts > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText()

/** Shopify's amount beside a name on an order's page. */
export const sumOf = (page: Page, name: string): Promise<string> =>
  page
    .locator('dl.facts dt', { hasText: new RegExp(`^${name}$`) })
    .locator('+ dd')
    .innerText()

export interface TypedKeys {
  readonly apiKey: string
  readonly secretKey: string
  readonly webhookKey: string
}

/** Fills the form of a Craftgate account and sends it. */
export async function typeKeys(page: Page, { apiKey, secretKey, webhookKey }: TypedKeys): Promise<void> {
  await page.getByLabel('API anahtarı', { exact: true }).fill(apiKey)
  await page.getByLabel('Güvenlik anahtarı (secret key)').fill(secretKey)
  await page.getByLabel('Webhook anahtarı').fill(webhookKey)
  await page.getByRole('button', { name: 'Dene ve kaydet' }).click()
}

/** Whether Shopify takes money at once or holds it first: in its payment settings. */
export async function setCapture(page: Page, admin: string, capture: 'automatic' | 'manual'): Promise<void> {
  await page.goto(admin)
  await page.locator('main').getByRole('link', { name: 'Ödeme ayarları' }).click()
  await page.locator(`[name=capture][value=${capture}]`).check()
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByText('Ayarlar kaydedildi.').waitFor()
}
