// Taking a picture changes nothing of the page that it shows.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { PICTURES, SCREENS, startChromium, Visitor } from './chromium'

let browser: Browser

beforeAll(async () => {
  browser = await startChromium()
}, 60_000)
afterAll(() => browser?.close())

const HEIGHT = 2_500

const TOLD = `told = []
matchMedia('(max-width: 767px)').addEventListener('change', () => told.push('another width'))`

test('a page taller than its window is pictured whole, and is never told of another width', async () => {
  const visitor = await Visitor.arrive(browser, 'desktop', 'itself')
  const { page } = visitor
  await page.setContent(
    `<body style="margin:0"><main style="height:${HEIGHT}px">Tall</main><script>${TOLD}</script>`,
  )
  for (let taken = 0; taken < 5; taken++) await visitor.picture('tall')
  expect(await page.evaluate('told')).toEqual([])
  expect(page.viewportSize()).toEqual(SCREENS.desktop)
  const picture = readFileSync(path.join(PICTURES, 'itself', 'tall-desktop.png'))
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([SCREENS.desktop.width, HEIGHT])
  await visitor.leave()
})

test('of a row that fails each tab is pictured, and told with an address that holds no token', async () => {
  const visitor = await Visitor.arrive(browser, 'phone', 'itself')
  await visitor.page.goto('data:text/html,<h1>Sepet</h1>#token=secret')
  visitor.problems.push('console: broken')
  const seen = await visitor.seenAtFailure('a row')
  const picture = path.join(PICTURES, 'failed/itself/a-row-1.png')
  expect(seen.split('\n')).toEqual([
    '  at data:text/html,<h1>Sepet</h1>',
    '    Sepet',
    `  picture: ${picture}`,
    '  noticed: console: broken',
  ])
  expect(readFileSync(picture).readUInt32BE(16)).toBe(SCREENS.phone.width)
  await visitor.leave()
})
