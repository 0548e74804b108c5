// What a merchant does in Medusa's admin.
import { MEDUSA_ADMIN } from '@craftgate-commerce/example-demo'
import type { Locator, Page } from 'playwright-core'

const EMPTY_IMAGE = '<svg xmlns="http://www.w3.org/2000/svg"/>'

/**
 * What the dashboard does of itself: it asks who is there before anybody is, shows flags from afar, nests its elements
 * wrongly, and has a dialog without a title.
 */
const OF_MEDUSA = /401 \(Unauthorized\)|left: \S+flag-icons|validateDOMNesting|requires a `DialogTitle`/

export const problemsOfOurs = (problems: readonly string[]): string[] =>
  problems.filter((problem) => !OF_MEDUSA.test(problem))

/** The dashboard scrolls inside of itself: only so tall a window shows everything. */
export const TALL = 2000

/** As a merchant who has chosen Turkish in the profile. */
export async function logIn(page: Page, adminUrl: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('lng', 'tr'))
  await page.route(/flag-icons/, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: EMPTY_IMAGE }),
  )
  await page.setViewportSize({ width: 1280, height: TALL })
  await page.goto(adminUrl)
  await page.fill('input[name=email]', MEDUSA_ADMIN.email)
  await page.fill('input[name=password]', MEDUSA_ADMIN.password)
  await page.locator('button[type=submit]').click()
}

/** From the list of orders. Our part of the order's page. */
export async function openOrder(page: Page, number: string): Promise<Locator> {
  const cell = page.getByRole('cell', { name: `#${number}` })
  await cell.first().click()
  const widget = page.getByTestId('craftgate-payment')
  await widget.waitFor()
  return widget
}

/** By Medusa's own dialog, from the menu of the payment. */
export async function refundPayment(page: Page, amount: string): Promise<void> {
  const header = page.locator('div', { has: page.getByRole('heading', { name: 'Ödemeler' }) }).last()
  await header.locator('..').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: 'İade', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[name=amount]').fill(amount)
  await dialog.getByRole('button', { name: 'Kaydet' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** What stands beside a name. */
export function factOf(widget: Locator, name: string): Promise<string> {
  const line = widget.locator('dl > div', { has: widget.page().getByText(name, { exact: true }) })
  return line.locator('dd').innerText()
}
