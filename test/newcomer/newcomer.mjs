// `npm run newcomer [vendure] [medusa] [shopify]`: is a package good for somebody new? Packs what is published, makes an empty shop
// outside the repository, and follows the package's page to an order that is paid and mailed, against the emulator. Shopify's app
// is started as its container would.
import '../../shared-core/node-version.cjs'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { closeDatabases } from './database.mjs'
import { firstOrder, stepsOf } from './first-order.mjs'
import { medusa } from './medusa.mjs'
import { startRegistry } from './registry.mjs'
import { shopify } from './shopify.mjs'
import { npmEnvironment, openTerminal } from './terminal.mjs'
import { vendure } from './vendure.mjs'

const PLATFORMS = { vendure, medusa, shopify }
/** For each. */
const MOST_MINUTES = 6
/** The worker compiles the shop when it starts. */
const MAILED_WITHIN_MS = 120_000

const names = process.argv.slice(2)
const unknown = names.find((name) => !(name in PLATFORMS))
if (unknown !== undefined) throw new Error(`${unknown} is none of ${Object.keys(PLATFORMS).join(', ')}`)
const logs = join(import.meta.dirname, '../.artifacts/newcomer')
mkdirSync(logs, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'craftgate-newcomer-'))
// PostgreSQL runs as a user of its own where we are root.
chmodSync(folder, 0o755)
const registry = await startRegistry(join(folder, 'packed'))
const open = new Set()
const leave = async () => {
  await Promise.all([...open].map((terminal) => terminal.close()))
  await closeDatabases()
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => leave().finally(() => process.exit(1)))

try {
  for (const name of names.length > 0 ? names : Object.keys(PLATFORMS)) report(name, await follow(name))
} finally {
  await leave()
}
function report(name, { made, ready }) {
  const minutes = (ms) => (ms / 60_000).toFixed(1)
  const late = made + ready > MOST_MINUTES * 60_000
  const what = PLATFORMS[name].page ? 'a paid and mailed order' : 'the app is ready'
  console.log(
    `${name}: installed in ${minutes(made)} min, ${what} ${minutes(ready)} min later; at most ${MOST_MINUTES}${late ? ': TOO LATE' : ''}`,
  )
  // A machine that does other work as well is no measure.
  if (late && process.env.CI) process.exitCode = 1
}

/** Makes the shop and follows the page; answers how long either took, in ms. */
async function follow(name) {
  const platform = PLATFORMS[name]
  console.log(`== ${name}`)
  const log = join(logs, `${name}.log`)
  rmSync(log, { force: true })
  const shop = join(folder, `my-${name}-shop`)
  const start = Date.now()
  const terminal = openTerminal({ cwd: folder, env: npmEnvironment(folder, registry.url), log })
  open.add(terminal)
  await platform.makeShop({ terminal, name: `my-${name}-shop`, folder: shop })
  const made = Date.now() - start
  if (platform.page) await order(platform, { terminal, shop, log })
  else await platform.start({ terminal, folder: shop })
  await terminal.close()
  open.delete(terminal)
  return { made, ready: Date.now() - start - made }
}

async function order({ page, paid, mails }, { terminal, shop, log }) {
  terminal.enter(shop)
  const known = await firstOrder(stepsOf(page), { shop, terminal, pay })
  if (!paid(known)) throw new Error(`${page}: the order is not paid, but ${JSON.stringify(known)}`)
  await mailed(() => mails(shop, log), known)
}

/** The card that the pages name, with the code of its bank. The storefront that the shopper is led back to is not there. */
async function pay(link) {
  const shopper = new Shopper()
  await shopper.open(link)
  const result = await shopper.pay({ card: testCards.success, threeDS: 'ok' })
  if (result.outcome === 'declined') throw new Error(`The card was declined: ${result.message}`)
}

/** A mail names the order's code, or the address that the page's order was placed with. */
async function mailed(mails, { orderCode = 'ayse@example.com' }) {
  const end = Date.now() + MAILED_WITHIN_MS
  while (!mails().some((mail) => mail.includes(orderCode))) {
    if (Date.now() > end) throw new Error(`No mail tells of ${orderCode}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
