// What a merchant does in Vendure's dashboard.
import { SUPERADMIN } from '@craftgate-commerce/example-demo'
import type { Locator, Page } from 'playwright-core'

/** Goes to a page of the dashboard that asks who is there. */
export async function logIn(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.fill('[name=username]', SUPERADMIN.identifier)
  await page.fill('[name=password]', SUPERADMIN.password)
  await page.locator('button[type=submit]').click()
}

/** Our part of an order's page. */
export async function craftgateBlock(page: Page): Promise<Locator> {
  const block = page.getByTestId('craftgate-payment')
  await block.locator('dl').first().waitFor()
  return block
}

/** What stands below a name. */
export function factOf(block: Locator, name: string): Promise<string> {
  const line = block.locator('dl > div', { has: block.page().getByText(name, { exact: true }) })
  return line.locator('dd').innerText()
}
