// `npm run newcomer [vendure] [medusa]`: is a package good for somebody new? Packs what is published, makes an empty shop outside
// the repository, and follows the package's page to an order that is paid and mailed, against the emulator.
import '../../shared-core/node-version.cjs'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { firstOrder, stepsOf } from './first-order.mjs'
import { medusa } from './medusa.mjs'
import { startRegistry } from './registry.mjs'
import { npmEnvironment, openTerminal } from './terminal.mjs'
import { vendure } from './vendure.mjs'

const PLATFORMS = { vendure, medusa }
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
const registry = await startRegistry(join(folder, 'packed'))
const open = new Set()
const leave = async () => {
  await Promise.all([...open].map((terminal) => terminal.close()))
  await Promise.all(Object.values(PLATFORMS).map((platform) => platform.leave?.()))
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => leave().finally(() => process.exit(1)))

const reports = []
try {
  for (const name of names.length > 0 ? names : Object.keys(PLATFORMS)) reports.push(await follow(name))
} finally {
  await leave()
}
const minutes = (ms) => (ms / 60_000).toFixed(1)
for (const { name, made, ordered } of reports) {
  const late = made + ordered > MOST_MINUTES * 60_000
  if (late) process.exitCode = 1
  console.log(
    `${name}: an empty shop in ${minutes(made)} min, a paid and mailed order ${minutes(ordered)} min later; at most ${MOST_MINUTES}${late ? ': TOO LATE' : ''}`,
  )
}

/** Makes the shop and follows the page; answers how long either took, in ms. */
async function follow(name) {
  const { page, paid, makeShop, mails } = PLATFORMS[name]
  console.log(`== ${name}`)
  const steps = stepsOf(page)
  const env = npmEnvironment(folder, registry.url)
  const log = join(logs, `${name}.log`)
  rmSync(log, { force: true })
  const shop = join(folder, `my-${name}-shop`)
  const start = Date.now()
  const terminal = openTerminal({ cwd: folder, env, log })
  open.add(terminal)
  await makeShop({ terminal, name: `my-${name}-shop`, folder: shop })
  const made = Date.now() - start
  terminal.enter(shop)
  const known = await firstOrder(steps, { shop, terminal, pay })
  if (!paid(known)) throw new Error(`${page}: the order is not paid, but ${JSON.stringify(known)}`)
  await mailed(() => mails(shop, log), known)
  await terminal.close()
  open.delete(terminal)
  return { name, made, ordered: Date.now() - start - made }
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
