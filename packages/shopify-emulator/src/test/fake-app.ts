import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { CertificatePaths } from '../certificates/certificate-paths'

export interface ReceivedRequest {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly raw: string
  readonly authorized: boolean
}

export interface Reply {
  readonly status: number
  readonly body?: unknown
  /** Never answers. */
  readonly silent?: true
}

/** A payments app that only listens: over mutual TLS for sessions, and on the same port for webhooks. */
export interface FakeApp {
  readonly url: string
  readonly received: ReceivedRequest[]
  /** What the next requests are answered; the last one stays. Without any, as a good app would. */
  answerWith(...replies: Reply[]): void
  close(): Promise<void>
}

export async function openFakeApp(paths: CertificatePaths): Promise<FakeApp> {
  const received: ReceivedRequest[] = []
  let replies: Reply[] = []
  const next = (path: string) => (replies.length > 1 ? replies.shift() : replies[0]) ?? goodReply(path)
  const server = createServer(tls(paths), async (request, response) => {
    const noted = await note(request)
    received.push(noted)
    reply(response, noted.authorized ? next(noted.path) : { status: 401 })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerWith: (...given) => {
      replies = given
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const tls = (paths: CertificatePaths) => ({
  cert: readFileSync(paths.appServer),
  key: readFileSync(paths.appServerKey),
  ca: readFileSync(paths.shopifyCa),
  requestCert: true,
  rejectUnauthorized: false,
})

async function note(request: IncomingMessage): Promise<ReceivedRequest> {
  let raw = ''
  for await (const chunk of request) raw += chunk
  const { authorized } = request.socket as TLSSocket
  return { path: request.url ?? '', headers: request.headers, raw, authorized }
}

const goodReply = (path: string): Reply =>
  path === '/payment' ? { status: 200, body: { redirect_url: 'https://app.example/pay/1' } } : { status: 201 }

function reply(response: ServerResponse, { status, body, silent }: Reply): void {
  if (silent) return
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? '' : JSON.stringify(body))
}
