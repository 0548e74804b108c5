// What each statement reads when a shop has many orders. The tables are filled, a running Medusa is asked over HTTP while
// its statements are written down, and each of them is planned and run once more: one that reads more than what it is
// for fails. `npm run bench` runs the same with 1,000,000 orders (QUERY_PLAN_ORDERS), and prints what is written to
// QUERY_PLAN_REPORT.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MOST_ENTRIES } from '@craftgate-commerce/core/adapter'
import { withClient } from '@craftgate-commerce/example-demo'
import { knex } from '@medusajs/framework/mikro-orm/postgresql'
import { Pool } from 'pg'
import { OldRecords } from '../../packages/medusa/src/storage'
import { linkIn } from '../contract/merchant-pages'
import { PanelBrowser } from '../contract/panel-browser'
import { paidLink } from '../contract/rows/link-payments'
import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { fillTables, PlanGate, type SentStatement } from '../load/explain-gate'
import { NEW_MEMBER, PageTimes, pagesBehind, pagesInNavigation } from '../load/panel-pages'
import { FILLED, fillOrders } from './fill-orders'
import { type OpenShop, openShop } from './open-shop'

const ORDERS = Number(process.env.QUERY_PLAN_ORDERS ?? 20_000)
const MINUTE_MS = 60_000
/** Times are for the report alone. */
const isMeasured = process.env.QUERY_PLAN_REPORT !== undefined

/** Of an order and what belongs to it. */
const OF_AN_ORDER = 600
/** A list is counted up to here, state by state. */
const COUNTED = 10_100
/** Captures and refunds are looked at 100 at a time; old records go so, each with what belongs to it and a move of a wallet. */
const OF_A_PAGE = 2_000

/** What looks for rows; what opens, ends or locks does not. */
const LOOKS = /^\s*(?:select|update|delete|with|\()/i

/** Of the catalogue and its prices there is not more than the demo has: what reads only those says nothing here. */
const readsFilledTable = (sql: string): boolean =>
  [...sql.matchAll(/(?:from|join|update)\s+"?(\w+)"?/gi)].some(([, table = '']) => FILLED.has(table))

jest.setTimeout(120 * MINUTE_MS)

let shop: OpenShop
let scene: Scene
let order: PlacedOrder
let pool: Pool
let folder: string
let file: string
let gate: PlanGate
let times: PageTimes

/** Pages of the list of payments: how many lists each counts. Of several filters 5,000 entries of an index are looked at, and the row of each. */
const LISTS: readonly (readonly [string, number])[] = [
  ['/', 1],
  ['/?page=9', 1],
  ['/?state=paid', 1],
  ['/?state=open', 2],
  ['/?from=2026-01-01&to=2099-01-01', 1],
  ['/?way=CARD', 1],
  ['/?way=PAYPAL', 1],
  ['/?account=zerdali%3Asandbox', 1],
  ['/?account=zerdali%3Alive', 1],
  ['/?least=100&most=200', 1],
  ['/?most=5.000.000', 1],
  ['/?way=CARD&state=paid&least=100&from=2026-01-01', 1],
  ['/?way=PAYPAL&state=expired&least=100', 1],
  ['/?way=MASTERPASS&state=expired', 1],
  ['/?state=returned&least=100&most=101', 1],
  ['/?account=zerdali%3Asandbox&state=paid&from=2026-01-01&to=2099-01-01&most=5.000.000', 1],
  ['/?least=100&before=1795780800000_00000000000000000000000000000000', 1],
  ['/attention', 1],
  ['/audit?action=entered', 1],
  ['/audit?action=asked-again', 1],
  ['/audit?user=user_1&before=1795780800000_1000', 1],
  ['/audit?reference=nothing', 1],
  ['/loans', 1],
]
const panel = new PanelBrowser(() => `${shop.stack.medusa.main.url}/craftgate/panel`)
/** Addresses of the navigation, of a purchase, of a member, and of what looks at a whole day. */
let pages: readonly string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'medusa-statements-'))
  file = join(folder, 'statements.jsonl')
  const recorder = join(__dirname, 'record-statements.cjs')
  shop = await openShop('medusa_query_plans', { NODE_OPTIONS: `--require=${recorder}`, STATEMENTS: file })
  scene = shop.scene()
  order = (await scene.buy()).order
  await shop.store.refund(order, { amount: 1_000 })
  await scene.craftgate.deliverWebhooks()
  pool = new Pool({ connectionString: shop.stack.medusa.databaseUrl, max: 2 })
  gate = new PlanGate(pool)
  pages = await openPages()
  times = new PageTimes((path) => panel.text(path))
  if (isMeasured) await times.measureFew(everyPage())
  const inserts = await withClient(shop.stack.medusa.databaseUrl, (client) => fillOrders(client, ORDERS))
  await fillTables(pool, inserts)
}, 120 * MINUTE_MS)

async function openPages(): Promise<readonly string[]> {
  await panel.enter(await shop.store.panelLink())
  const member = await panel.post('/members/zerdali', NEW_MEMBER)
  expect(member).toMatch(/members.zerdali.\d+/)
  const [reference = ''] = shop.store.buyer(order).references
  const day = new Date().toISOString().slice(0, 10)
  const root = '/craftgate/panel'
  return [
    ...pagesInNavigation(await panel.text('/'), root),
    ...pagesBehind({ reference, merchant: 'zerdali', day }),
    new URL(member, 'http://localhost').pathname.slice(root.length),
  ]
}

/** A day of settlement adds up what was sold on it: all entries of a day, up to those of figures. */
const mostOf = (path: string): number => (path.startsWith('/settlement/day') ? MOST_ENTRIES : OF_A_PAGE)

const everyPage = () => [...new Set([...LISTS.map(([path]) => path), ...pages])]

afterAll(async () => {
  await gate?.writeReport({ pages: times?.table() })
  await pool?.end()
  await shop?.stack.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Uses the shop, and says which of its statements read more than they may. */
async function problemsWhile(name: string, work: () => Promise<unknown>, maxRows: number): Promise<Looked> {
  const sent = await statementsOf(work)
  return { problems: await planned(name, sent, maxRows), sent: sent.length }
}

async function statementsOf(work: () => Promise<unknown>): Promise<readonly SentStatement[]> {
  await writeFile(file, '')
  await work()
  const all = (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SentStatement)
  return all.filter(({ sql }) => LOOKS.test(sql) && readsFilledTable(sql))
}

/** Equal ones once, with the parameters that came first. */
function planned(name: string, sent: readonly SentStatement[], maxRows: number): Promise<readonly string[]> {
  const once = [...new Map(sent.toReversed().map((statement) => [statement.sql, statement])).values()]
  return gate.problemsOf(name, once, maxRows)
}

interface Looked {
  readonly problems: readonly string[]
  /** Statements that were sent, equal ones counted each. */
  readonly sent: number
}

const attempts = (query: string) => () => shop.store.merchant.get(`/admin/craftgate/checkouts${query}`)

test.each([
  ['', 1],
  ['?offset=200', 1],
  ['?state=captured', 1],
  ['?state=open,created', 2],
  ['?state=refunding,refunded,needs-review', 3],
])('the merchant’s list of attempts reads what it shows: %s', async (query, states) => {
  const { problems } = await problemsWhile(`attempts ${query}`, attempts(query), COUNTED * states)
  expect(problems).toEqual([])
})

describe('the panel reads what it shows', () => {
  test.each(LISTS)('%s', async (path, states) => {
    const page = () => panel.text(path)
    expect((await problemsWhile(`panel ${path}`, page, COUNTED * states)).problems).toEqual([])
  })

  test('every other page that its navigation, a purchase, a member or a day has', async () => {
    const own = pages.filter((path) => path !== '/today' && !LISTS.some(([list]) => list === path))
    expect(own.length).toBeGreaterThan(10)
    for (const path of own) {
      const sent = await statementsOf(() => panel.text(path))
      // What is asked of Craftgate alone reads no table.
      if (sent.length > 0) expect(await planned(`panel ${path}`, sent, mostOf(path))).toEqual([])
    }
  })

  test('how long each page takes', async () => {
    if (isMeasured) await times.measureMany(everyPage())
    expect(times.table()).toHaveLength(isMeasured ? everyPage().length : 0)
  })

  test('a file of payments finds what banks keep of them by their keys', async () => {
    const file = () => panel.text('/payments.csv?state=paid')
    expect((await problemsWhile('panel /payments.csv', file, COUNTED)).problems).toEqual([])
  })

  test('/today reads the entries of its days by their index alone, and no more than are counted', async () => {
    const page = () => panel.text('/today')
    expect((await problemsWhile('panel /today', page, MOST_ENTRIES)).problems).toEqual([])
  })

  test('/transfers reads the orders that wait for one, and those that a transfer may name', async () => {
    const from = { senderName: 'AYSE YILMAZ', description: '1001 nolu siparis' }
    await scene.craftgate.receiveTransfer({ ...from, amount: 81_500 })
    const page = () => panel.text('/transfers')
    expect((await problemsWhile('panel /transfers', page, OF_A_PAGE)).problems).toEqual([])
  })

  test('a payment of a link reads the orders that wait unpaid, and those that the link may name', async () => {
    const link = await paidLink(panel, '1001 nolu siparis', 81_500)
    const payment = await linkIn(panel, link, /payments\/\d+$/)
    for (const path of [link, payment, `${payment}?number=1002`]) {
      const page = () => panel.text(path)
      expect((await problemsWhile(`panel ${path}`, page, OF_A_PAGE)).problems).toEqual([])
    }
  })

  test('a search for the number of an order, for a payment, and a page of one', async () => {
    const { order: found } = await shop.store.merchant.get<{ order: { display_id: number } }>(
      `/admin/orders/${await shop.store.orderId(order)}?fields=display_id`,
    )
    const [reference = ''] = shop.store.buyer(order).references
    for (const path of [`/?q=${found.display_id}`, '/?q=4711', '/?q=nothing', `/payments/${reference}`]) {
      const page = () => panel.text(path)
      expect((await problemsWhile(`panel ${path}`, page, OF_A_PAGE)).problems).toEqual([])
    }
  })
})

test('the page of an order reads that order', async () => {
  const id = await shop.store.orderId(order)
  const page = () => shop.store.merchant.craftgate(id)
  expect((await problemsWhile('order page', page, OF_AN_ORDER)).problems).toEqual([])
})

test('a payment, its notifications and its refund read one order', async () => {
  const whole = async () => {
    const { order: another } = await scene.buy()
    await scene.craftgate.deliverWebhooks()
    await shop.store.refund(another, { amount: 500 })
    await shop.store.look(another)
  }
  expect((await problemsWhile('payment', whole, OF_AN_ORDER)).problems).toEqual([])
})

test('the job looks at the captures and refunds of the last days, many at a time, and not at all orders', async () => {
  const job = () => shop.store.reconcile()
  const { problems, sent } = await problemsWhile('reconciliation', job, OF_A_PAGE)
  expect(problems).toEqual([])
  const pages = Math.ceil((ORDERS / 100) * (3 / 100)) + Math.ceil((ORDERS / 2_000) * (3 / 100)) + 2
  expect(sent).toBeLessThan(100 + 10 * pages)
})

test('orders that could not be released are read, and no others', async () => {
  const { order: cancelled } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
  shop.stack.sandbox.control.refunds.nextStatus('FAILURE')
  await shop.store.void(cancelled)
  const job = () => shop.store.reconcile()
  expect((await problemsWhile('reconciliation of a cancelled order', job, OF_A_PAGE)).problems).toEqual([])
})

test('old records go a hundred at a time, and what belongs to them is found row by row', async () => {
  const database = knex({ client: 'pg', connection: shop.stack.medusa.databaseUrl })
  const sent: SentStatement[] = []
  database.on('query', ({ sql, bindings }) => sent.push({ sql, params: bindings }))
  try {
    const records = new OldRecords(database)
    const old = { before: new Date(Date.now() - 50 * 24 * 60 * MINUTE_MS), limit: 100 }
    expect(await records.deleteCheckouts({ ...old, states: ['captured', 'expired'] })).toBe(100)
    expect(await records.deleteEvents(old)).toBe(100)
  } finally {
    await database.destroy()
  }
  expect(sent).toHaveLength(2)
  expect(await planned('retention', sent, OF_A_PAGE)).toEqual([])
})
