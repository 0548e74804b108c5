import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RecordedRequest {
  readonly method: string
  readonly path: string
  /** A repeated name gives a list. */
  readonly query: Readonly<Record<string, string | readonly string[]>>
  readonly body: unknown
}

export interface RecordingServer {
  readonly url: string
  /** Takes out what was recorded so far. */
  taken(): readonly RecordedRequest[]
  /** Resolves with the next request. */
  next(): Promise<unknown>
  close(): Promise<void>
}

/** Plays Craftgate to the official SDK: writes down every request and answers with nothing. */
export async function recordingServer(): Promise<RecordingServer> {
  let recorded: RecordedRequest[] = []
  const arrivals = new EventEmitter()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://craftgate')
    recorded.push({
      method: request.method ?? '',
      path: pathname,
      query: queryOf(searchParams),
      body: text === '' ? undefined : JSON.parse(text),
    })
    arrivals.emit('request')
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{"data":{}}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    taken: () => {
      const taken = recorded
      recorded = []
      return taken
    },
    next: () => once(arrivals, 'request'),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function queryOf(parameters: URLSearchParams): RecordedRequest['query'] {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}
