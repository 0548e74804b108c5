// A person without a mouse.
import type { Page } from 'playwright-core'

const MOST_TABS = 80

/** Presses Tab until this has the focus, and can be seen to have it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < MOST_TABS; press += 1) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate((wanted) => {
      const { activeElement } = document
      if (!activeElement?.matches(wanted)) return undefined
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }, selector)
    if (reached === false) throw new Error(`${page.url()}: the focus of ${selector} cannot be seen`)
    if (reached === true) return
  }
  throw new Error(`${page.url()}: ${MOST_TABS} times Tab do not reach ${selector}`)
}

/** Follows a link or presses a button, and waits for what it leads to. */
export async function press(page: Page, selector: string, leadsTo: string | RegExp): Promise<void> {
  await tabTo(page, selector)
  // What leads to the page itself has its address already.
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await loaded
  await page.waitForURL(leadsTo)
}

export async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}
