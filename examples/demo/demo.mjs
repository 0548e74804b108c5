// `npm run demo`: on a fresh clone it installs, builds, starts everything and keeps it running until Ctrl-C.
// `npm run demo -- --once`: the same, then buys, captures and refunds, tells how it went, and stops.
// Plain Node: it installs what the rest needs, so it may import nothing that has to be installed.
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIsCurrent, rememberBuild } from './build-stamp.mjs'
import { Progress } from './progress.mjs'
import { run } from './run.mjs'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const once = process.argv.includes('--once')
const progress = new Progress(process.stdout)

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Node ${process.versions.node} is too old: the shops need 20.19 or newer.\n`)
  process.exit(1)
}

function installed() {
  const marker = join(root, 'node_modules/.package-lock.json')
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

async function prepare() {
  if (!installed()) {
    progress.begin('Installing packages (npm ci, some minutes the first time)')
    await run('npm', ['ci', '--no-progress', '--no-audit', '--no-fund'], root)
  }
  if (!buildIsCurrent(root)) {
    progress.begin('Building')
    await run('npx', ['lerna', 'run', 'build'], root)
    rememberBuild(root)
  }
  if (once) return
  progress.begin('Building the Vendure dashboard (half a minute, once)')
  await run('npm', ['run', 'build:dashboard', '-w', '@craftgate-commerce/example-vendure-store'], root)
  progress.begin('Building the Medusa admin (a minute, once)')
  await run('npm', ['run', 'build:admin', '-w', '@craftgate-commerce/example-medusa-store'], root)
}

refuseOldNode()
try {
  await prepare()
  const { demo } = await import('./dist/demo.js')
  process.exitCode = await demo({ once, progress, env: process.env })
} catch (error) {
  progress.fail()
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
