// Serves the documentation on 127.0.0.1, `PORT` or 5173, until it is told to stop: `npm run docs`, and `npm run demo` as a process
// of its own, which is told by `{"url":…}` when it is ready.
import { createServer } from 'vitepress'

// Changes the directory, to that of the repository.
await import('./generate.mjs')

const port = Number(process.env.PORT ?? 5173)
const server = await createServer('docs', {
  host: '127.0.0.1',
  port,
  strictPort: process.env.PORT !== undefined,
})
await server.listen()

const stop = () => server.close().then(() => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
process.once('disconnect', stop)

const { address, port: taken } = server.httpServer.address()
const url = `http://${address}:${taken}/`
process.stdout.write(`${process.connected ? JSON.stringify({ url }) : `The documentation is at ${url}`}\n`)
