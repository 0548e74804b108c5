// What a shopper does in a shop of Shopify.
import type { Page } from 'playwright-core'

/** From the shop's front door to the checkout, with two things in the cart. */
export async function walkToCheckout(page: Page, shop: string): Promise<void> {
  await page.goto(`${shop}/`)
  for (const at of [0, 1])
    await page
      .getByRole('button', { name: /^Sepete ekle/ })
      .nth(at)
      .click()
  await page.getByRole('link', { name: 'Sepet (2)' }).waitFor()
  await page.getByRole('link', { name: 'Ödemeye geç' }).click()
  await page.getByLabel('E-posta').fill('ayse@example.com')
}

/** From the checkout to Craftgate's page. */
export async function pay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Craftgate ile öde' }).click()
  await page.locator('#pay-form').waitFor()
}

export async function walkToCraftgate(page: Page, shop: string): Promise<void> {
  await walkToCheckout(page, shop)
  await pay(page)
}

/** What the thank-you page says, when the shopper has come there. */
export async function thankYou(page: Page): Promise<{ number: string; status: string | null }> {
  const number = await page.locator('#order-number').innerText()
  return { number, status: await page.locator('[data-status]').getAttribute('data-status') }
}
