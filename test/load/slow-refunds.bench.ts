// A bank that takes three seconds costs the storefront nothing: while refunds wait for it, a product query is as fast as
// on an idle server. `npm run bench` runs the same with 50 refunds (SLOW_REFUNDS), and prints the ratios that are written
// to SLOW_REFUNDS_REPORT.
import { writeFile } from 'node:fs/promises'
import { ClockShift, Emulator } from '../contract/emulator'
import { GraphqlClient } from '../contract/graphql'
import { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { EXAMPLE_SHOP } from '../contract/vendure/example-shop'
import { PRODUCTS } from '../contract/vendure/shop-queries'
import { VendureStore } from '../contract/vendure/vendure-store'
import { openShop } from '../medusa/open-shop'
import { startTestStack } from '../stack/start-test-stack'

const REFUNDS = Number(process.env.SLOW_REFUNDS ?? 50)
const REPORT = process.env.SLOW_REFUNDS_REPORT
const BANK_MS = 3_000
const IDLE_QUERIES = 40

jest.setTimeout(120_000 + REFUNDS * 20_000)

interface Shop {
  readonly scene: Scene
  /** What a shopper's browser asks for. */
  products(): Promise<unknown>
  slowDown(): void
  stop(): Promise<void>
}

const shops: Readonly<Record<string, () => Promise<Shop>>> = {
  async Vendure() {
    const time = new ClockShift()
    const { sandbox, vendure, stop } = await startTestStack('slow_vendure', {
      sandbox: { clock: time.clock },
      vendure: { worker: false, env: { RECONCILE_AFTER_SECONDS: '0' } },
    })
    const urls = () => vendure.instances.map(({ url }) => url)
    const store = new VendureStore({ urls, ...EXAMPLE_SHOP, restart: async () => {} })
    const headers = { 'vendure-token': EXAMPLE_SHOP.channels.TRY }
    const storefront = new GraphqlClient(() => `${vendure.main.url}/shop-api`, headers)
    return {
      scene: new Scene(store, new Emulator(sandbox, time)),
      products: () => storefront.ask(PRODUCTS),
      slowDown: () => slowDown(sandbox.control.faults),
      stop,
    }
  },
  async Medusa() {
    const { stack, store, scene } = await openShop('slow_medusa')
    return {
      scene: scene(),
      products: () => store.stock(),
      slowDown: () => slowDown(stack.sandbox.control.faults),
      stop: stack.stop,
    }
  },
}

type Faults = Awaited<ReturnType<typeof startTestStack>>['sandbox']['control']['faults']

function slowDown(faults: Faults): void {
  faults.add({ match: { method: 'POST', pathRegex: 'refund' }, kind: 'delay', ms: BANK_MS, times: 1_000_000 })
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

/** How long product queries take, one after another, on an idle server and while all orders are refunded. */
async function measure({ scene, products, slowDown }: Shop) {
  const orders: PlacedOrder[] = []
  for (let bought = 0; bought < REFUNDS; bought += 1) orders.push((await scene.buy()).order)
  await products()
  const idle: number[] = []
  while (idle.length < IDLE_QUERIES) idle.push(await msOf(products))
  slowDown()
  let areDone = false
  const refunds = Promise.all(orders.map((order) => scene.store.refund(order, { amount: 500 }))).finally(
    () => {
      areDone = true
    },
  )
  const beside: number[] = []
  while (!areDone) beside.push(await msOf(products))
  return { refunds: await refunds, idle: median(idle), beside: median(beside), slowest: Math.max(...beside) }
}

const rows: Readonly<Record<string, unknown>>[] = []

afterAll(async () => {
  if (REPORT !== undefined) await writeFile(REPORT, JSON.stringify(rows))
})

test.each(Object.keys(shops))(
  `a product query of %s beside ${REFUNDS} refunds that wait for the bank`,
  async (name) => {
    const shop = await shops[name]?.()
    if (!shop) throw new Error(`There is no ${name}`)
    try {
      const { refunds, idle, beside, slowest } = await measure(shop)
      rows.push({
        case: `${name}: product query beside ${REFUNDS} refunds of ${BANK_MS / 1000} s`,
        'idle ms': Math.round(idle),
        'beside ms': Math.round(beside),
        'slowest ms': Math.round(slowest),
        'beside / idle': Number((beside / idle).toFixed(2)),
      })
      expect(refunds.filter(({ state }) => state !== 'done' && state !== 'pending')).toEqual([])
    } finally {
      await shop.stop()
    }
  },
)
