// What each statement reads when a shop has many orders. The tables are filled, a running Medusa is asked over HTTP while
// its statements are written down, and each of them is planned and run once more: one that reads more than what it is
// for fails. `npm run bench` runs the same with 1,000,000 orders (QUERY_PLAN_ORDERS), and prints what is written to
// QUERY_PLAN_REPORT.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '@craftgate-commerce/example-demo'
import { Pool } from 'pg'
import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import {
  explain,
  fillTables,
  type Measured,
  problemsOf,
  type Statement,
  tableOf,
  tableSizes,
} from '../load/explain-gate'
import { fillOrders } from './fill-orders'
import { type OpenShop, openShop } from './open-shop'

const ORDERS = Number(process.env.QUERY_PLAN_ORDERS ?? 20_000)
const REPORT = process.env.QUERY_PLAN_REPORT
const MINUTE_MS = 60_000

/** Of an order and what belongs to it. */
const OF_AN_ORDER = 600
/** A list is counted up to here, state by state. */
const COUNTED = 10_100

/** What looks for rows; what opens, ends or locks does not. */
const LOOKS = /^\s*(?:select|update|delete|with|\()/i

jest.setTimeout(30 * MINUTE_MS)

let shop: OpenShop
let scene: Scene
let order: PlacedOrder
let pool: Pool
let folder: string
let file: string
const measured: Measured[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'medusa-statements-'))
  file = join(folder, 'statements.jsonl')
  const recorder = join(__dirname, 'record-statements.cjs')
  shop = await openShop('medusa_query_plans', { NODE_OPTIONS: `--require=${recorder}`, STATEMENTS: file })
  scene = shop.scene()
  order = (await scene.buy()).order
  await shop.store.refund(order, { amount: 1_000 })
  pool = new Pool({ connectionString: shop.stack.medusa.databaseUrl, max: 2 })
  const inserts = await withClient(shop.stack.medusa.databaseUrl, (client) => fillOrders(client, ORDERS))
  await fillTables(pool, inserts)
}, 30 * MINUTE_MS)

afterAll(async () => {
  if (REPORT !== undefined && pool !== undefined) {
    const report = { plans: tableOf(measured), sizes: await tableSizes(pool, 'craftgate_') }
    await writeFile(REPORT, JSON.stringify(report))
  }
  await pool?.end()
  await shop?.stack.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Uses the shop, and says which of its statements read more than they may. */
async function problemsWhile(
  name: string,
  work: () => Promise<unknown>,
  maxRows: number,
): Promise<readonly string[]> {
  await writeFile(file, '')
  await work()
  const sent = (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Pick<Statement, 'sql' | 'params'>)
    .filter(({ sql }) => LOOKS.test(sql))
  expect(sent.length).toBeGreaterThan(0)
  const once = [...new Map(sent.toReversed().map((statement) => [statement.sql, statement])).values()]
  const statements = once.map((statement, at) => ({
    ...statement,
    name: `${name}, statement ${at + 1}`,
    maxRows,
  }))
  const plans = await explain(pool, statements)
  measured.push(...plans)
  return problemsOf(plans)
}

const attempts = (query: string) => () => shop.store.merchant.get(`/admin/craftgate/checkouts${query}`)

test.each([
  ['', 1],
  ['?offset=200', 1],
  ['?state=captured', 1],
  ['?state=open,created', 2],
  ['?state=refunding,refunded,needs-review', 3],
])('the merchant’s list of attempts reads what it shows: %s', async (query, states) => {
  expect(await problemsWhile(`attempts ${query}`, attempts(query), COUNTED * states)).toEqual([])
})

test('the page of an order reads that order', async () => {
  const id = await shop.store.orderId(order)
  const page = () => shop.store.merchant.craftgate(id)
  expect(await problemsWhile('order page', page, OF_AN_ORDER)).toEqual([])
})
