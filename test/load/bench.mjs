// `npm run bench [reads]`: what a money call costs beside a bare signed request and the stock SDK, how reads compare, how
// many shoppers a pay link takes; and when the demo is built, what a session request of Shopify costs, what a storefront
// notices of slow refunds, and what statements and pages of the panel take on large tables (`npm run bench panel` measures
// that alone). Prints figures of one run on one machine; only a statement that reads more than it may fails.
import { fork, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runSuite } from './run-suite.mjs'

const root = join(import.meta.dirname, '../..')
const core = join(root, 'shared-core')

const newestSource = () =>
  Math.max(
    ...readdirSync(join(core, 'src'), { recursive: true }).map(
      (file) => statSync(join(core, 'src', file)).mtimeMs,
    ),
  )

function buildCore() {
  const built = join(core, 'dist/index.js')
  if (existsSync(built) && statSync(built).mtimeMs > newestSource()) return
  const { status } = spawnSync('npm', ['run', 'build', '-w', '@craftgate-commerce/core'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
}

const startServer = () => {
  const server = fork(join(import.meta.dirname, 'craftgate-server.mjs'))
  return new Promise((ready) =>
    server.once('message', (url) => ready({ url, stop: () => server.disconnect() })),
  )
}

/** Payments of each shop. */
const MANY = 1_000_000
const SUITES = [
  { store: 'Shopify', suite: 'shopify/query-plans', size: 'QUERY_PLAN_PAYMENTS' },
  { store: 'Medusa', suite: 'medusa/query-plans', size: 'QUERY_PLAN_ORDERS' },
  { store: 'Vendure', suite: 'vendure/src/query-plans', size: 'QUERY_PLAN_PAYMENTS' },
]

function benchTables(many) {
  const pages = []
  for (const { store, suite, size } of SUITES) {
    console.log(`${store} with ${many.toLocaleString('en')} payments: what each statement reads`)
    const report = runSuite(suite, 'QUERY_PLAN_REPORT', { [size]: String(many) })
    console.table(report.plans)
    console.table(report.sizes)
    pages.push(...report.pages.map((times) => ({ store, ...times })))
  }
  console.log(`Pages of the panel with ${many.toLocaleString('en')} payments (goal: around 200 ms)`)
  console.table(pages)
}

async function benchClient(count) {
  buildCore()
  const { benchMoneyCall, benchReads } = await import('./client.mjs')
  const { benchPayLink } = await import('./pay-link.mjs')
  const { url, stop } = await startServer()
  console.log(`Node ${process.version}; CPU time of this process, least of the rounds.`)
  console.table(await benchMoneyCall({ url, count, rounds: 7 }))
  console.log(`Ratios are ours / stock: throughput above 1 and p95 below 1 are better.`)
  console.table(await benchReads({ url, count, rounds: 5 }))
  console.table(await benchPayLink({ url, count: Math.ceil(count / 4) }))
  stop()
}

async function benchStores(count) {
  const { benchSessions } = await import('./session-requests.mjs')
  console.table(await benchSessions({ count: Math.ceil(count / 10), rounds: 3 }))
  console.log('Vendure and Medusa while refunds wait for the bank (goal: at most 1.2 times idle):')
  console.table(runSuite('load/slow-refunds', 'SLOW_REFUNDS_REPORT', { SLOW_REFUNDS: '50' }))
}

const [first, second] = process.argv.slice(2)
if (first === 'panel') {
  benchTables(Number(second ?? MANY))
} else {
  const count = Number(first ?? 2_000)
  await benchClient(count)
  if (existsSync(join(root, 'examples/demo/dist/index.js'))) {
    await benchStores(count)
    benchTables(MANY)
  }
}
