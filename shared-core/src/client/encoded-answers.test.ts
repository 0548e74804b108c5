import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { type Exchange, localServer } from './testing/local-server'
import { rejectionOf, testClient } from './testing/test-client'

const ANSWER = JSON.stringify({ data: { id: 5, price: 100 } })

/** What a read gets when the answer comes with this encoding, and what it had asked for. */
async function readEncoded(encoding: string, body: string | Buffer) {
  const asked: unknown[] = []
  const server = await localServer(({ response, request }: Exchange) => {
    asked.push(request.headers['accept-encoding'])
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
    response.end(body)
  })
  const deadlines = { readMs: 30_000, startMs: 30_000, moneyMs: 30_000 }
  const client = testClient(server.url, { deadlines, retry: { attempts: 1 } })
  try {
    const call = client.call('retrievePayment', { path: { id: 5 } })
    return { asked, answer: call, settled: await call.catch(() => undefined) }
  } finally {
    await client.close()
    await server.close()
  }
}

test.each([
  ['identity', ANSWER],
  ['gzip', gzipSync(ANSWER)],
  ['deflate', deflateSync(ANSWER)],
  ['br', brotliCompressSync(ANSWER)],
])('an answer that a proxy encoded as %s is read, although none was asked for', async (encoding, body) => {
  const { asked, settled } = await readEncoded(encoding, body)
  expect(settled).toEqual({ id: 5, price: 100 })
  expect(asked).toEqual(['identity'])
})

test.each([
  ['zstd', 'x'],
  ['gzip', ANSWER],
  ['gzip', gzipSync(Buffer.alloc(20_000_000))],
])('what cannot be decoded as %s says nothing of the call', async (encoding, body) => {
  const { answer } = await readEncoded(encoding, body)
  expect(await rejectionOf(answer)).toMatchObject({ kind: 'unavailable', code: 'not-json' })
})
