// The list of payments of a shop with more than are looked at at once: what is asked for is found whole, part by part.
import { setImmediate } from 'node:timers/promises'
import { TransactionalConnection } from '@vendure/core'
import { PanelBrowser } from '../../../test/contract/panel-browser'
import { CraftgateCheckout } from './entities'
import { type Bought, CraftgateShop } from './test/craftgate-shop'

const PAYMENTS = 12_000
const MINUTE_MS = 60_000
const AT_ONCE = 500

jest.setTimeout(10 * MINUTE_MS)

let harness: CraftgateShop
let bought: Bought
const panel = new PanelBrowser(() => new URL('/craftgate/panel', bought.begun.payLink).href)

interface Filled {
  readonly number: number
  readonly method: string
  readonly state: 'captured' | 'refunded'
  /** Lira. */
  readonly price: number
}

/** By the last two digits of a number. */
const LENDERS: Readonly<Record<number, string>> = { 1: 'ZIP', 52: 'MASLAK' }

/** Oldest first, one each minute. */
const filled: readonly Filled[] = Array.from({ length: PAYMENTS }, (_, number) => ({
  number,
  method: LENDERS[number % 100] ?? (number % 3 === 0 ? 'MASTERPASS' : 'CARD'),
  state: number % 10 === 0 ? 'refunded' : 'captured',
  price: 1_000 + (number % 400),
}))

beforeAll(async () => {
  harness = await CraftgateShop.start()
  bought = await harness.bought()
  const rows = harness.shop.app.get(TransactionalConnection).rawConnection.getRepository(CraftgateCheckout)
  const { id: _id, ...model } = await rows.findOneByOrFail({ reference: bought.begun.reference })
  const start = Date.now() - PAYMENTS * MINUTE_MS
  for (let first = 0; first < PAYMENTS; first += AT_ONCE) {
    // Connections that end while sql.js writes are noticed in between.
    await setImmediate()
    await rows.insert(
      filled.slice(first, first + AT_ONCE).map(({ number, price, ...row }) => {
        const at = new Date(start + number * MINUTE_MS)
        const name = `filled-${number}`
        const own = { recordId: name, reference: name, token: name, amount: price * 100, paymentIds: [] }
        return { ...model, ...own, ...row, paymentId: null, startedAt: at, changedAt: at, stateSince: at }
      }),
    )
  }
  const link = await harness.shop.manage<{ craftgatePanelLink: string }>('mutation { craftgatePanelLink }')
  await panel.enter(link.craftgatePanelLink)
})
afterAll(() => harness?.close())

/** Numbers of what a page or a file names, in its order; the purchase that was made is none of them. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/filled-(\d+)\b/g)].map(([, number]) => Number(number))

const expected = (fits: (payment: Filled) => boolean): readonly number[] =>
  filled
    .filter(fits)
    .map(({ number }) => number)
    .toReversed()

test.each<readonly [query: string, fits: (payment: Filled) => boolean]>([
  ['', () => true],
  ['?state=paid', ({ state }) => state === 'captured'],
  ['?way=MASTERPASS', ({ method }) => method === 'MASTERPASS'],
  ['?least=1.399&most=1.399', ({ price }) => price === 1_399],
  ['?least=1.100&most=1.350', ({ price }) => price >= 1_100 && price <= 1_350],
  ['?way=CARD&least=1.200', ({ method, price }) => method === 'CARD' && price >= 1_200],
  ['?way=CARD&state=returned', ({ method, state }) => method === 'CARD' && state === 'refunded'],
  [
    '?from=2020-01-01&way=CARD&state=paid&least=1.200',
    ({ method, state, price }) => method === 'CARD' && state === 'captured' && price >= 1_200,
  ],
])('the file of what is asked for has all of it, newest first, each once: %s', async (query, fits) => {
  expect(numbersIn(await panel.text(`/payments.csv${query}`))).toEqual(expected(fits))
})

test('the list of loans has those of all lenders, the newest first, page by page', async () => {
  const loans = expected(({ method }) => Object.values(LENDERS).includes(method))
  const listed = async (page: number) => {
    const text = await panel.text(`/loans?all=${page}`)
    return [...new Set(numbersIn(text.slice(text.indexOf('id="applications"'))))]
  }
  expect(await listed(1)).toEqual(loans.slice(0, 25))
  expect(await listed(10)).toEqual(loans.slice(225, 240))
})

test('a list says how far back it looked, and the next part begins behind it', async () => {
  const first = await panel.text('/?way=CARD&least=1.200')
  expect(first).toContain('Şu tarihe kadar bakıldı:')
  const [, further = ''] = /href="[^"]*(\?[^"]*before=[^"]*)"/.exec(first) ?? []
  const second = await panel.text(`/${further.replaceAll('&amp;', '&')}`)
  const [shown, next] = [numbersIn(first), numbersIn(second)]
  expect(shown).toEqual(expected(({ method, price }) => method === 'CARD' && price >= 1_200).slice(0, 25))
  expect(next).toHaveLength(25)
  expect(Math.max(...next)).toBeLessThan(PAYMENTS - 7_400)
  expect(second).toContain('En yenilere dön')
})

test('a rare amount is found however long ago it was, without parts', async () => {
  const page = await panel.text('/?least=1.000&most=1.000')
  expect(page).not.toContain('Şu tarihe kadar bakıldı:')
  expect(page).toContain('30 ödeme')
})
