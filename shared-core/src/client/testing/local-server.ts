// A Craftgate for tests of the client: a real HTTP server on the loopback that answers what a test says.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface ReceivedRequest {
  readonly method: string
  /** Path and query as they arrived. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface Exchange {
  readonly request: ReceivedRequest
  readonly response: ServerResponse
  readonly socket: Socket
  /** 1 for the first request of this server. */
  readonly number: number
}

export interface LocalServer {
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
  close(): Promise<void>
}

const bodyOf = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Answers `{"data": …}`. */
export const answerData = ({ response }: Exchange, data: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' })
  response.end(JSON.stringify({ data }))
}

/** Answers `{"errors": …}`. */
export const answerErrors = ({ response }: Exchange, status: number, errors: object): void => {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' })
  response.end(JSON.stringify({ errors }))
}

export async function localServer(answer: (exchange: Exchange) => void): Promise<LocalServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer(async (message, response) => {
    const body = await bodyOf(message)
    const request = { method: message.method ?? '', url: message.url ?? '', headers: message.headers, body }
    requests.push(request)
    answer({ request, response, socket: message.socket, number: requests.length })
  })
  // On a busy machine seconds pass between two calls; a socket that is closed meanwhile would fail the second.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
