// `npm run bench [reads]`: what a money call costs beside a bare signed request and the stock SDK, how reads compare, how
// many shoppers a pay link takes; and when the demo is built, what a session request of Shopify costs, what a storefront
// notices of slow refunds, and what statements read on large tables. Prints figures of one run on one machine; only a
// statement that reads more than it may fails.
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

buildCore()
const count = Number(process.argv[2] ?? 2_000)
const { benchMoneyCall, benchReads } = await import('./client.mjs')
const { benchPayLink } = await import('./pay-link.mjs')
const { url, stop } = await startServer()
console.log(`Node ${process.version}; CPU time of this process, least of the rounds.`)
console.table(await benchMoneyCall({ url, count, rounds: 7 }))
console.log(`Ratios are ours / stock: throughput above 1 and p95 below 1 are better.`)
console.table(await benchReads({ url, count, rounds: 5 }))
console.table(await benchPayLink({ url, count: Math.ceil(count / 4) }))
stop()
if (existsSync(join(root, 'examples/demo/dist/index.js'))) {
  const { benchSessions } = await import('./session-requests.mjs')
  console.table(await benchSessions({ count: Math.ceil(count / 10), rounds: 3 }))
  console.log('Shopify app with 1,000,000 payments: what each statement reads')
  const shopify = runSuite('shopify/query-plans', 'QUERY_PLAN_REPORT', { QUERY_PLAN_PAYMENTS: '1000000' })
  console.table(shopify.plans)
  console.table(shopify.sizes)
  console.log('Vendure and Medusa while refunds wait for the bank (goal: at most 1.2 times idle):')
  console.table(runSuite('load/slow-refunds', 'SLOW_REFUNDS_REPORT', { SLOW_REFUNDS: '50' }))
  console.log('Medusa with 1,000,000 orders: what each statement reads')
  const medusa = runSuite('medusa/query-plans', 'QUERY_PLAN_REPORT', { QUERY_PLAN_ORDERS: '1000000' })
  console.table(medusa.plans)
  console.table(medusa.sizes)
  console.log('Vendure with 1,000,000 payments: what each statement reads')
  const vendure = runSuite('vendure/src/query-plans', 'QUERY_PLAN_REPORT', { QUERY_PLAN_PAYMENTS: '1000000' })
  console.table(vendure.plans)
  console.table(vendure.sizes)
}
