// The server: Store API, Admin API, admin and Craftgate's routes. It does what `medusa start` does, for somebody who
// waits for one line on stdout.
import './silence-logs'
import { once } from 'node:events'
import { Server } from 'node:http'
import path from 'node:path'
import { fail, stopWithParent } from '@craftgate-commerce/example-vendure-store/dist/zerdali/shutdown'
import start from '@medusajs/medusa/commands/start'
import { readEnvironment } from './environment'
import { reserveStdout } from './reserve-stdout'

/** Where medusa-config is. */
const DIRECTORY = path.join(__dirname, '..')

async function main(): Promise<void> {
  const { port, publicUrl } = readEnvironment(process.env)
  const announce = reserveStdout()
  stopWithParent()
  process.chdir(DIRECTORY)
  const started = await start({ directory: DIRECTORY, host: '127.0.0.1', port, types: false })
  const server = started?.server
  if (server instanceof Server && !server.listening) await once(server, 'listening')
  announce({ ready: 'medusa-server', url: publicUrl, admin: `${publicUrl}/app` })
}

main().catch(fail)
