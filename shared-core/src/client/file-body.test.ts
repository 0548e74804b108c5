import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from './create-client'
import { FileBody } from './file-body'

const PIECE = Buffer.alloc(64 * 1024, 'a')
const PIECES = 1_600

let server: Server
let pieces: number
let answer: (response: ServerResponse) => void

beforeAll(async () => {
  server = createServer((_request, response) => answer(response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => {
  pieces = 0
})

/** Writes as much as the socket takes, and goes on when it takes more. */
function send(response: ServerResponse): void {
  while (pieces < PIECES) {
    pieces += 1
    if (!response.write(PIECE)) return void response.once('drain', () => send(response))
  }
  response.end()
}

function openClient() {
  const environment = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return createClient({ environment, apiKey: 'a', secretKey: 's', webhookKey: 'w' })
}

const fileOf = async (client: ReturnType<typeof openClient>): Promise<ReadableStream<Uint8Array>> => {
  const query = { reportDate: '2026-03-01', fileType: 'CSV' } as const
  return (await client.call('retrieveDailyPaymentReport', { query })) as ReadableStream<Uint8Array>
}

/** Until the server was not asked for more for a while. */
async function standsStill(): Promise<number> {
  for (let before = -1; before !== pieces; await new Promise((resume) => setTimeout(resume, 200)))
    before = pieces
  return pieces
}

test('a file of 100 MiB is sent no faster than it is read, and comes whole', async () => {
  answer = send
  const client = openClient()
  const reader = (await fileOf(client)).getReader()
  let bytes = (await reader.read()).value?.length ?? 0
  expect(await standsStill()).toBeLessThan(PIECES / 2)
  for (let next = await reader.read(); !next.done; next = await reader.read()) bytes += next.value.length
  expect(bytes).toBe(PIECES * PIECE.length)
  await client.close()
})

test('a file that breaks off says so to whoever reads it', async () => {
  answer = (response) => {
    response.writeHead(200, { 'content-length': String(10 * PIECE.length) })
    response.write(PIECE, () => response.destroy())
  }
  const client = openClient()
  const file = await fileOf(client)
  await expect(new Response(file).arrayBuffer()).rejects.toThrow(/broke off/)
  await client.close()
})

test('a file that nobody wants to its end is sent no further', async () => {
  answer = send
  const client = openClient()
  const file = await fileOf(client)
  await file.cancel()
  await client.close()
  expect(await standsStill()).toBeLessThan(PIECES)
})

test('a refusal in the place of a file is an error', async () => {
  answer = (response) => {
    response.writeHead(404, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ errors: { errorCode: '4322', errorDescription: 'Rapor yok' } }))
  }
  const client = openClient()
  await expect(fileOf(client)).rejects.toMatchObject({ kind: 'invalid-request', code: '4322' })
  await client.close()
})

test('a file that neither comes nor is asked for is given up', async () => {
  const aborted = new Promise<string>((abort) => {
    const source = { pause() {}, resume() {}, abort: (reason: Error) => abort(reason.message) }
    const { stream } = new FileBody(source, 20)
    void new Response(stream).text().catch(() => {})
  })
  expect(await aborted).toBe('the file is idle')
})
