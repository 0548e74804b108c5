// One step before the servers start: the schema, then the shop. Running it again changes nothing.
import './silence-logs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import {
  announce,
  fail,
  stopWithParent,
} from '@craftgate-commerce/example-vendure-store/dist/zerdali/shutdown'
import { readEnvironment } from './environment'

/** Where medusa-config is. */
const DIRECTORY = path.join(__dirname, '..')

async function main(): Promise<void> {
  readEnvironment(process.env)
  stopWithParent()
  await medusa('db:migrate')
  await medusa('exec', path.join(__dirname, 'scripts/seed.js'))
  announce({ ready: 'medusa-seed' })
}

/** Runs a command of Medusa's own; what it says goes to our stderr. */
async function medusa(...args: readonly string[]): Promise<void> {
  const cli = require.resolve('@medusajs/cli/cli.js')
  const child = spawn(process.execPath, [cli, ...args], { cwd: DIRECTORY, stdio: ['ignore', 2, 2] })
  process.once('SIGTERM', () => child.kill())
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`medusa ${args.join(' ')} failed (${code})`)
}

main().catch(fail)
