// What is judged of a page is what people read of it, not a colour that it passes through.
import type { Browser } from 'playwright-core'
import { startChromium, Visitor } from './chromium'
import { violationsOf } from './page-flaws'

let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  browser = await startChromium()
}, 60_000)
afterAll(() => browser?.close())
beforeEach(async () => {
  visitor = await Visitor.arrive(browser, 'desktop')
})
afterEach(() => visitor.leave())

const page = (style: string, body: string): string =>
  `<!doctype html><html lang="tr"><title>Sepet</title><style>${style}</style><main><h1>Sepet</h1>${body}</main></html>`

const BUTTON =
  'button { background: #1d5a43; color: #fff; transition: background 1s } button:disabled { background: #cfc5b6 }'

/** As a shop enables it, in the same breath in which the page is judged. */
const ENABLED = `document.querySelector('button').disabled = false
document.querySelector('button').getAnimations().length`

test('a button that has just been enabled is judged in the colour that it takes', async () => {
  await visitor.page.setContent(page(BUTTON, '<button type="button" disabled>Öde</button>'))
  expect(await visitor.page.evaluate(ENABLED)).toBe(1)
  expect(await violationsOf(visitor.page)).toEqual([])
})

test('a colour that stays too faint is told, and what turns for ever holds nothing up', async () => {
  const style = `@keyframes turn { to { transform: rotate(1turn) } } i { animation: turn 1s linear infinite }
    button { background: #cfc5b6; color: #fff }`
  await visitor.page.setContent(page(style, '<i></i><button type="button">Öde</button>'))
  expect(await violationsOf(visitor.page)).toEqual(['color-contrast: <button type="button">Öde</button>'])
})
