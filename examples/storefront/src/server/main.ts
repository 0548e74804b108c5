// Hands out the storefront, and passes what it asks of the shop on to the shop: the browser talks to one origin only.
import path from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from './app'
import { readSettings } from './settings'

const settings = readSettings(process.env)
const app = await createApp(settings, path.resolve(import.meta.dirname, '../client'))
const server = serve({ fetch: app.fetch, port: settings.port, hostname: '127.0.0.1' }, () => {
  process.stdout.write(
    `${JSON.stringify({ ready: 'storefront', url: `http://127.0.0.1:${settings.port}` })}\n`,
  )
})

function stop(): void {
  server.close(() => process.exit(0))
  if ('closeAllConnections' in server) server.closeAllConnections()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.once('disconnect', stop)
