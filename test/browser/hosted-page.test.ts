import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Stack } from '@craftgate-commerce/example-demo'
import type { Browser, Page } from 'playwright-core'
import { startTestStack } from '../stack/start-test-stack'
import { startChromium, Visitor } from './chromium'
import { walkToPay } from './shopping'

let stack: Stack
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  ;[stack, browser] = await Promise.all([
    startTestStack('browser_hosted_page', { storefront: true, vendure: { worker: false } }),
    startChromium(),
  ])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})
afterEach(async () => {
  const { troubles } = visitor
  await visitor.leave()
  expect(troubles).toEqual([])
})

async function atThePaymentPage(): Promise<Page> {
  visitor = await Visitor.arrive(browser, 'desktop')
  await walkToPay(visitor.page, stack.storefront?.url ?? '', 'craftgate')
  return visitor.page
}

test('in a frame it tells its height to the page around it', async () => {
  const page = await atThePaymentPage()
  const framed = new URL(page.url())
  framed.searchParams.set('iframe', 'true')
  const around = createServer((_, answer) => answer.end('<!doctype html><title>A shop</title>')).listen(
    0,
    '127.0.0.1',
  )
  await once(around, 'listening')
  await page.goto(`http://127.0.0.1:${(around.address() as AddressInfo).port}/`)
  const height = await page.evaluate(
    (source) =>
      new Promise<number>((resolve) => {
        addEventListener('message', ({ data }) => data?.type === 'HEIGHT_CHANGED' && resolve(data.value))
        const frame = document.body.appendChild(document.createElement('iframe'))
        frame.src = source
      }),
    framed.href,
  )
  around.close()
  expect(height).toBeGreaterThan(200)
})

test('it is closed to foreign scripts', async () => {
  const page = await atThePaymentPage()
  const headers = (await page.reload())?.headers() ?? {}
  expect(headers['content-security-policy']).toMatch(/script-src 'nonce-/)
  expect(headers['cache-control']).toContain('no-store')
})
