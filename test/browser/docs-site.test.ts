// The built documentation: its search needs nothing but the site itself, in either language.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { freePort, ROOT } from '@craftgate-commerce/example-demo'
import type { Browser } from 'playwright-core'
import { startChromium, Visitor } from './chromium'
import { violationsOf } from './page-flaws'

const SITE = join(ROOT, 'docs/.vitepress/dist')
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

let url: string
let server: Server
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  if (!existsSync(join(SITE, 'index.html'))) throw new Error('Run `npm run docs:build` first')
  const port = await freePort()
  server = createServer(async ({ url: asked = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(asked, 'http://site').pathname))
    const file = join(SITE, path.endsWith('/') ? `${path}index.html` : path)
    const body = await readFile(file).catch(() => undefined)
    response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? '' }).end(body)
  }).listen(port, '127.0.0.1')
  url = `http://127.0.0.1:${port}/`
  browser = await startChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
})
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  expect(problems).toEqual([])
})

test.each([
  {
    language: 'English',
    home: '',
    button: 'Search',
    words: 'instalment interest refund',
    found: 'concepts/money.html',
  },
  {
    language: 'Turkish',
    home: 'tr/',
    button: 'Ara',
    words: 'vade farkının payı',
    found: 'tr/concepts/money.html',
  },
])('search finds a page in $language, and asks nobody else', async ({ home, button, words, found }) => {
  visitor = await Visitor.arrive(browser, 'desktop', 'docs')
  const { page } = visitor
  await page.goto(url + home)
  await page.getByRole('button', { name: button }).first().click()
  await page.locator('#localsearch-input').fill(words)
  const result = page.locator(`#localsearch-list a[href*="/${found}"]`).first()
  await result.waitFor()
  const paths = await page
    .locator('#localsearch-list a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
  expect(paths.every((path) => path.startsWith('/tr/') === (home === 'tr/'))).toBe(true)
  await result.click()
  await page.waitForURL(`${url}${found}**`)
  expect(await violationsOf(page, 'main')).toEqual([])
})
