import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { until } from '../until'
import { seenAtFailure } from './seen-at-failure'

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Real pictures of what a shopper saw; made again at every run. */
export const PICTURES = path.join(__dirname, '../.artifacts/browser')

export const SCREENS = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const

export type Screen = keyof typeof SCREENS

/** How it is started here. */
export const CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

export function chromiumPath(): string {
  const found = PLACES.find((place) => place && existsSync(place))
  if (found) return found
  throw new Error('No Chromium found: set CHROMIUM_PATH, or install it (apt-get install chromium)')
}

export function startChromium(): Promise<Browser> {
  mkdirSync(PICTURES, { recursive: true })
  return chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM })
}

async function photograph(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    // What is below the screen waits to be scrolled to.
    for (const image of Array.from(document.images)) image.loading = 'eager'
    scrollTo(0, 0)
  })
  // Asked from here: a page whose scripts are off cannot wait for itself.
  const loaded = () => page.evaluate(() => Array.from(document.images).every(({ complete }) => complete))
  await until(loaded, (all) => all, 5_000)
  await inTallWindow(page, () => page.screenshot({ path: path.join(PICTURES, file), fullPage: true }))
}

/**
 * In a window as tall as the page. Of what lies outside of its window Chromium takes a picture by telling the page of
 * another width for a moment: one that lays itself out by its width then draws itself anew, and an open dialog is gone.
 */
async function inTallWindow(page: Page, work: () => Promise<unknown>): Promise<void> {
  const before = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const grows = before !== null && height > before.height
  if (grows) await page.setViewportSize({ width: before.width, height })
  await work()
  if (grows) await page.setViewportSize(before)
}

/** As wide as each screen in turn, and then as it was. */
async function onEitherScreen(
  page: Page,
  work: (screen: Screen) => Promise<void>,
  height?: number,
): Promise<void> {
  const before = page.viewportSize()
  for (const screen of ['desktop', 'phone'] as const) {
    await page.setViewportSize({ ...SCREENS[screen], ...(height && { height }) })
    await work(screen)
  }
  if (before !== null) await page.setViewportSize(before)
}

/** Who has not left yet: a row that fails is told what they see. Only browser-environment.mjs keeps it. */
const { visitorsThere } = globalThis as { visitorsThere?: Set<Visitor> }

/** An action that is slow on a busy machine costs nothing, and one that never comes ends before its row does. */
const ACTION_MS = 60_000

/** A visitor with an empty browser who notices everything that a page should not do. */
export class Visitor {
  /** Errors in the console, failed requests, and requests that left this machine. */
  readonly problems: string[] = []

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly screen: Screen,
    private readonly album: string,
  ) {
    this.watch(page)
    visitorsThere?.add(this)
  }

  /** `album`: the folder of the pictures that are taken of this visit. `more`: what else is special of this browser. */
  static async arrive(
    browser: Browser,
    screen: Screen,
    album = '',
    more: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: SCREENS[screen],
      isMobile: screen === 'phone',
      hasTouch: screen === 'phone',
      locale: 'tr-TR',
      timezoneId: 'Europe/Istanbul',
      ...more,
    })
    context.setDefaultTimeout(ACTION_MS)
    return new Visitor(context, await context.newPage(), screen, album)
  }

  /** Another tab of the same browser. */
  async anotherTab(): Promise<Page> {
    const page = await this.context.newPage()
    this.watch(page)
    return page
  }

  async picture(name: string, page = this.page): Promise<void> {
    await photograph(page, path.join(this.album, `${name}-${this.screen}.png`))
  }

  /** The page as it is, on either screen: of what one visit comes by. `height`: of a page that scrolls inside of itself. */
  async pictures(name: string, page = this.page, height?: number): Promise<void> {
    const take = (screen: Screen) => photograph(page, path.join(this.album, `${name}-${screen}.png`))
    await onEitherScreen(page, take, height)
  }

  /** A component of the storefront alone, on either screen. */
  async component(name: string, page = this.page): Promise<void> {
    const element = page.locator(name).first()
    await onEitherScreen(page, async (screen) => {
      const file = path.join(PICTURES, 'components', `${name}-${screen}.png`)
      await inTallWindow(page, () => element.screenshot({ path: file }))
    })
  }

  /** Each open tab as it stands, photographed, and what this visitor noticed. */
  async seenAtFailure(row: string): Promise<string> {
    const folder = path.join(PICTURES, 'failed', this.album)
    const seen: string[] = []
    for (const [tab, page] of this.context.pages().entries())
      seen.push(await seenAtFailure(page, folder, `${row} ${tab + 1}`))
    return [...seen, ...this.problems.map((problem) => `  noticed: ${problem}`)].join('\n')
  }

  leave(): Promise<void> {
    visitorsThere?.delete(this)
    return this.context.close()
  }

  /** A problem that the page is meant to have: browsers write a refused login to their console. */
  forgive(expected: RegExp): void {
    const others = this.problems.filter((problem) => !expected.test(problem))
    this.problems.splice(0, this.problems.length, ...others)
  }

  private watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.problems.push(`page: ${error.message}`))
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? ''
      if (reason !== 'net::ERR_ABORTED') this.problems.push(`failed: ${request.url()} ${reason}`)
    })
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      if (protocol.startsWith('http') && hostname !== '127.0.0.1')
        this.problems.push(`left: ${request.url()}`)
    })
  }
}
