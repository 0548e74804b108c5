import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import type { CraftgateClient } from './craftgate-client'
import { answerData, type Exchange, type LocalServer, localServer } from './testing/local-server'
import { rejectionOf, testClient } from './testing/test-client'

const refund = (client: CraftgateClient) =>
  client.call('refundPayment', { body: { paymentId: 5, conversationId: 'refund-1' } })
const expire = (client: CraftgateClient) => client.call('expireCheckoutPayment', { path: { token: 'tok-1' } })

const withServer = async (
  answer: (exchange: Exchange) => void,
  work: (client: CraftgateClient, server: LocalServer) => Promise<void>,
  moneyMs = 400,
): Promise<void> => {
  const server = await localServer(answer)
  const client = testClient(server.url, {
    deadlines: { readMs: 10_000, startMs: 400, moneyMs },
    breaker: { minimumCalls: 1_000 },
  })
  try {
    await work(client, server)
  } finally {
    await client.close()
    await server.close()
  }
}

const BREAKS: readonly (readonly [string, (exchange: Exchange) => void])[] = [
  ['kills the socket after reading the request', ({ socket }) => socket.destroy()],
  ['resets the socket after reading the request', ({ socket }) => socket.resetAndDestroy()],
  [
    'kills the socket in the middle of the answer',
    ({ response, socket }) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"data":', () => socket.destroy())
    },
  ],
  ['never answers', () => {}],
  ['breaks', ({ response }) => response.writeHead(502).end()],
  ['talks no HTTP', ({ socket }) => socket.end('hello\r\n\r\n')],
]

describe.each(BREAKS)('a server that %s', (_name, answer) => {
  it.each([
    ['money call', refund],
    ['start call', expire],
  ])('gets a %s exactly once', async (_kind, call) => {
    await withServer(answer, async (client, server) => {
      const error = await rejectionOf(call(client))
      expect(error).toMatchObject({ kind: 'unknown-outcome', retry: 'ask-first' })
      expect(server.requests).toHaveLength(1)
    })
  })

  it('gets a money call exactly once on a connection that worked before', async () => {
    await withServer(
      (exchange) => (exchange.number === 1 ? answerData(exchange, { id: 5 }) : answer(exchange)),
      async (client, server) => {
        await client.call('retrievePayment', { path: { id: 5 } })
        expect(await rejectionOf(refund(client))).toMatchObject({ kind: 'unknown-outcome' })
        expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
      },
    )
  })
})

it('sends many money calls at once, each exactly once, over dying sockets', async () => {
  await withServer(
    (exchange) => (exchange.number % 3 === 0 ? answerData(exchange, { id: 1 }) : exchange.socket.destroy()),
    async (client, server) => {
      const keys = Array.from({ length: 60 }, (_, at) => `refund-${at}`)
      await Promise.allSettled(
        keys.map((conversationId) =>
          client.call('refundPayment', { body: { paymentId: 5, conversationId } }),
        ),
      )
      const seen = server.requests.map(({ body }) => JSON.parse(body).conversationId)
      expect([...seen].sort()).toEqual([...keys].sort())
    },
    30_000,
  )
})

describe('a call of which not one byte was sent', () => {
  const closedPort = async (): Promise<number> => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    await new Promise((done) => server.close(done))
    return port
  }

  it('may be repeated with the same key when nobody listens', async () => {
    const client = testClient(`http://127.0.0.1:${await closedPort()}`)
    expect(await rejectionOf(refund(client))).toMatchObject({
      kind: 'unavailable',
      retry: 'same-key',
      code: 'ECONNREFUSED',
    })
    await client.close()
  })

  it('may be repeated with the same key when the name is unknown', async () => {
    const client = testClient('http://craftgate.invalid')
    const error = await rejectionOf(refund(client))
    expect(error).toMatchObject({
      kind: 'unavailable',
      retry: 'same-key',
      code: expect.stringMatching(/^E(NOTFOUND|AI_AGAIN)$/),
    })
    await client.close()
  })

  it('may be repeated with the same key when TLS does not come about', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => {})
      socket.once('data', () => socket.end('this is not TLS'))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const client = testClient(`https://127.0.0.1:${(server.address() as AddressInfo).port}`)
    expect(await rejectionOf(refund(client))).toMatchObject({ kind: 'unavailable', retry: 'same-key' })
    await client.close()
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => server.close(done))
  })

  it('may be repeated with the same key when it was given up before', async () => {
    await withServer(
      (exchange) => answerData(exchange, {}),
      async (client, server) => {
        const error = await rejectionOf(refund(client.within({ signal: AbortSignal.abort() })))
        expect(error).toMatchObject({ kind: 'unavailable', code: 'cancelled', retry: 'same-key' })
        expect(server.requests).toHaveLength(0)
      },
    )
  })

  it('may be repeated with the same key after the client was closed', async () => {
    const client = testClient('http://127.0.0.1:1')
    await client.close()
    expect(await rejectionOf(refund(client))).toMatchObject({ kind: 'unavailable', retry: 'same-key' })
  })
})
