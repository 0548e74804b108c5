import { createServer, type Server } from 'node:net'
import { freePort } from './ports'

const occupy = (): Promise<{ server: Server; port: number }> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 })
    })
  })

test('a wanted port that somebody has gives way to one of the next', async () => {
  const { server, port } = await occupy()
  const free = await freePort(port)
  server.close()
  expect(free).toBeGreaterThan(port)
  expect(free).toBeLessThan(port + 200)
})

test('no port is handed out twice, before anybody listens on it', async () => {
  const { server, port } = await occupy()
  const ports = [await freePort(port), await freePort(port), await freePort(), await freePort()]
  server.close()
  expect(new Set(ports).size).toBe(ports.length)
})
