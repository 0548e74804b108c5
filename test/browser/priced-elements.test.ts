// What a shopper sees of a price while the shop is asked, when it fails, and when it is asked of something else.
import type { Browser, Page, Route } from 'playwright-core'
import { until } from '../until'
import { bundledComponents } from './bundled-components'
import { startChromium, Visitor } from './chromium'

let browser: Browser
let components: string
let visitor: Visitor
let page: Page
/** What the shop was asked, and how it answers: one after the other, the last for ever. */
let asked: URL[]
let answers: ((route: Route) => Promise<void>)[]

beforeAll(async () => {
  ;[browser, components] = await Promise.all([startChromium(), bundledComponents()])
}, 60_000)
afterAll(() => browser?.close())
afterEach(() => visitor.leave())

const price = { amount: '1249.90', currency: 'TRY' }
const option = { count: 1, each: '1249.90', total: '1249.90', interest: '0.00', fundedBy: 'nobody' }
const table = (cardFamily: string) => ({
  cardFamily,
  commercial: false,
  forceThreeDS: false,
  options: [option, { ...option, count: 3, each: '430.00', total: '1290.00' }],
})
const instalments = (...families: string[]) => ({
  version: 1,
  exact: true,
  price,
  tables: families.map(table),
})
const answer = (json: object) => (route: Route) => route.fulfill({ json })
const failure = (route: Route) => route.abort()

/** The next answers wait until the function that this gives is called. */
function hold(json: object): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  answers = [(route) => held.then(() => answer(json)(route))]
  return release
}

/** A shop's page with these elements. */
async function arrive(elements: string): Promise<void> {
  asked = []
  visitor = await Visitor.arrive(browser, 'desktop', 'priced-elements')
  page = visitor.page
  await page.route('https://shop.example/**', (route) => {
    const address = new URL(route.request().url())
    if (!address.pathname.startsWith('/v1'))
      return route.fulfill({
        contentType: 'text/html',
        body: `<html lang="tr"><body>${elements}</body></html>`,
      })
    asked.push(address)
    const [next] = answers.length > 1 ? answers.splice(0, 1) : answers
    return next ? next(route) : route.abort()
  })
  await page.goto('https://shop.example/')
  await page.addScriptTag({ type: 'module', content: components })
}

const ELEMENTS = [
  ['craftgate-installments', '/v1/installments', 'Taksitler', instalments('Bonus')],
  [
    'craftgate-loan-offers',
    '/v1/loan-offers',
    'Alışveriş kredileri',
    { version: 1, exact: true, price, lenders: [{ method: 'ZIP', name: 'Zip', banks: [{ plans: [] }] }] },
  ],
] as const

describe.each(ELEMENTS)('<%s>', (name, path, subject, told) => {
  const element = (attributes: string) =>
    `<${name} endpoint="https://shop.example/v1" ${attributes}></${name}>`

  test('says that it loads, what failed, and is asked again by a button', async () => {
    answers = [failure, answer(told)]
    await arrive(element('variant="v1"'))
    await page.getByText(`${subject} şu anda gösterilemiyor.`).waitFor()
    await page.getByRole('button', { name: 'Yeniden dene' }).click()
    await page.locator(`${name} summary`).waitFor()
    expect(asked.map(({ pathname }) => pathname)).toEqual([path, path])
  })

  test('says that it loads until there is an answer', async () => {
    const release = hold(told)
    await arrive(element('variant="v1"'))
    await page.getByText(`${subject} yükleniyor…`).waitFor()
    release()
    await page.locator(`${name} summary`).waitFor()
  })

  test('two of them ask once; nothing is asked of no price', async () => {
    answers = [answer(told)]
    await arrive(element('cart="c1" revision="1"').repeat(2) + element(''))
    await page.locator(`${name} summary`).nth(1).waitFor()
    expect(asked).toHaveLength(1)
    await page
      .locator(name)
      .first()
      .evaluate((of) => of.setAttribute('revision', '2'))
    expect(
      await until(
        () => asked.length,
        (count) => count === 2,
      ),
    ).toBe(2)
  })

  test('another language of its own is another question', async () => {
    answers = [answer(told)]
    await arrive(element('amount="1249.90"'))
    await page.locator(`${name} summary`).waitFor()
    await page.locator(name).evaluate((of) => of.setAttribute('lang', 'en'))
    await page.locator('summary', { hasText: /^(Instalments|Shopping loans)$/ }).waitFor()
    expect(asked.map(({ searchParams }) => searchParams.get('lang'))).toEqual(['tr', 'en'])
  })
})

describe('the first digits of a card', () => {
  beforeEach(async () => {
    answers = [answer(instalments('Bonus', 'World'))]
    await arrive(
      '<craftgate-installments endpoint="https://shop.example/v1" variant="v1" open></craftgate-installments>',
    )
    await page.locator('caption').first().waitFor()
  })

  test('a question that failed leaves the field and the tables, and other digits are asked again', async () => {
    answers = [failure, answer(instalments('World'))]
    const field = page.locator('craftgate-installments input')
    await field.fill('979206')
    await page.getByText('Taksitler şu anda gösterilemiyor.').waitFor()
    expect(await page.locator('caption').allInnerTexts()).toEqual(['Bonus', 'World'])
    await field.fill('545103')
    await page.getByText('World kartınızın taksitleri gösteriliyor.').waitFor()
    expect(await page.locator('caption').allInnerTexts()).toEqual(['World'])
    expect(await page.getByText('gösterilemiyor').count()).toBe(0)
  })

  test('an answer about digits that are gone is not shown over what the page came with', async () => {
    const release = hold(instalments('World'))
    await page
      .locator('craftgate-installments')
      .evaluate((of, data) => Object.assign(of, { data }), instalments('Axess'))
    const field = page.locator('craftgate-installments input')
    await field.fill('545103')
    expect(
      await until(
        () => asked.length,
        (count) => count === 2,
      ),
    ).toBe(2)
    await field.fill('')
    const answered = page.waitForResponse(/bin=545103/)
    release()
    await (await answered).finished()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await page.locator('caption').allInnerTexts()).toEqual(['Axess'])
  })
})
