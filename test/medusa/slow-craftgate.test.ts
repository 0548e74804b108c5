import { withClient } from '@craftgate-commerce/example-demo'
import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { type OpenShop, openShop } from './open-shop'

// Medusa's payment module calls a provider outside of its own transactions. A slow bank must cost the shop no connection of
// its pool, and no lock on a row.

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('medusa_slow')
})
afterAll(() => shop?.stack.stop())

beforeEach(() => {
  scene = shop.scene()
})
afterEach(() => scene.accountsAgree())

const HELD_MS = 3_000

interface Case {
  /** The request to Craftgate whose answer is held. */
  readonly path: string
  prepare(): Promise<PlacedOrder>
  call(order: PlacedOrder): Promise<unknown>
}

const paid = async () => (await scene.buy()).order
const authorized = async () => (await scene.buy({ phase: 'PRE_AUTH' })).order
const unplaced = async () => {
  await scene.craftgate.loseWebhooks()
  return (await scene.heldCallback()).order
}

const cases: Readonly<Record<string, Case>> = {
  'a refund': {
    path: '/payment/v1/refund-transactions',
    prepare: paid,
    call: (order) => shop.store.refund(order, { amount: 500 }),
  },
  'a capture': { path: 'post-auth', prepare: authorized, call: (order) => shop.store.capture(order) },
  'the cancel of an authorized order': {
    path: '/payment/v1/refunds',
    prepare: authorized,
    call: (order) => shop.store.void(order),
  },
  'the cancel of a paid order': {
    path: '/payment/v1/refunds',
    prepare: paid,
    call: (order) => shop.store.void(order),
  },
  'placing an order': {
    path: '/payment/v1/checkout-payments',
    prepare: unplaced,
    call: (order) => shop.store.buyer(order).complete(),
  },
}

test.each(Object.keys(cases))(
  'while Craftgate takes its time over %s, no connection of the shop is in a transaction and no row is locked',
  async (name) => {
    const { path, prepare, call } = cases[name] as Case
    const order = await prepare()
    const { faults } = shop.stack.sandbox.control
    faults.add({ match: { pathRegex: path }, kind: 'delay', ms: HELD_MS })
    let isOver = false
    const answer = call(order).finally(() => {
      isOver = true
    })
    while (!faults.list().some(({ hit }) => hit > 0)) await new Promise((resolve) => setTimeout(resolve, 20))
    const open = await openTransactions()
    const locked = await lockedRows()
    expect(await shop.store.stock()).toBeGreaterThan(0)
    expect({ isOver, open, locked }).toEqual({ isOver: false, open: [], locked: 0 })
    faults.clear()
    await answer
  },
)

/** Of the shop's own pool: the plugin's own connections, one of which may hold a payment's lock, are not the shop's. */
async function openTransactions(): Promise<string[]> {
  const { rows } = await inDatabase<{ query: string }>(`
    SELECT query FROM pg_stat_activity activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND state <> 'active'
      AND NOT EXISTS (SELECT FROM pg_locks WHERE pg_locks.pid = activity.pid AND locktype = 'advisory')`)
  return rows.map(({ query }) => query)
}

/** Rows of orders, payments and carts that somebody else has locked. */
async function lockedRows(): Promise<number> {
  let locked = 0
  for (const table of ['"order"', 'payment', 'payment_collection', 'payment_session', 'cart']) {
    const count = (rows: string) =>
      inDatabase<{ count: number }>(`SELECT count(*)::int AS count FROM (${rows}) AS rows`)
    const all = await count(`SELECT id FROM ${table}`)
    const free = await count(`SELECT id FROM ${table} FOR UPDATE SKIP LOCKED`)
    locked += (all.rows[0]?.count ?? 0) - (free.rows[0]?.count ?? 0)
  }
  return locked
}

const inDatabase = <Row extends object>(statement: string) =>
  withClient(shop.stack.medusa.databaseUrl, (client) => client.query<Row>(statement))
