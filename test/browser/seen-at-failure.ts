import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const LINES = 15
const PATIENCE_MS = 10_000

async function linesOf(page: Page): Promise<string> {
  const text = await page.locator('body').innerText({ timeout: PATIENCE_MS })
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines
    .slice(0, LINES)
    .map((line) => `    ${line.slice(0, 160)}`)
    .join('\n')
}

/** Where a page stands and what it shows, and its picture in `folder`. A query is left out: it may hold a secret. */
export async function seenAtFailure(page: Page, folder: string, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const picture = path.join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120)}.png`)
  const [lines, taken] = await Promise.all([
    linesOf(page).catch((error: Error) => `    ${error.message}`),
    page.screenshot({ path: picture, timeout: PATIENCE_MS }).then(
      () => `  picture: ${picture}`,
      (error: Error) => `  no picture: ${error.message}`,
    ),
  ])
  return [`  at ${page.url().replace(/[?#].*$/s, '')}`, lines, taken].join('\n')
}
