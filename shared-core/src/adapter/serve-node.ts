// How a framework on Node's HTTP server mounts core's handlers: its request as a Web Request, core's answer sent back.
import { Readable } from 'node:stream'
import type { CraftgateCommerce } from '../commerce'
import type { Logger } from '../logger'

/** A request of Node's HTTP server, as far as it is needed here. */
export interface NodeRequest extends Readable {
  readonly method?: string
  readonly url?: string
  readonly headersDistinct: Readonly<Record<string, string[] | undefined>>
  /** False while a part of the body is unread. */
  readonly complete: boolean
}

/** A response of Node's HTTP server, as far as it is needed here. */
export interface NodeResponse {
  statusCode: number
  readonly headersSent: boolean
  setHeader(name: string, value: string | readonly string[]): unknown
  end(body?: Uint8Array): unknown
}

/**
 * Node's request as a Web Request. The body is handed on unread and unparsed, because signatures are made over its
 * bytes and core limits its size. `path` is the part after `mountUrl`, whatever a proxy did before it.
 * Throws TypeError for a URL or header that is none.
 */
export function toWebRequest(request: NodeRequest, mountUrl: string, path = request.url ?? '/'): Request {
  const method = request.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(mountUrl + path, {
    method,
    headers: headersOf(request),
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  })
}

export async function sendWebResponse(answer: Response, response: NodeResponse): Promise<void> {
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value)
  }
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.end(Buffer.from(await answer.arrayBuffer()))
}

function headersOf({ headersDistinct }: NodeRequest): Headers {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  return headers
}

export interface NodeExchange {
  readonly request: NodeRequest
  readonly response: NodeResponse
  /** `publicUrl` and `basePath` of the options. */
  readonly mountUrl: string
  /** The path below `mountUrl`; `request.url` when absent. */
  readonly path?: string
  /** The shopper's address, by the framework's own proxy rules. */
  readonly clientIp?: string
  /** See `ClientInfo.shopper`. */
  readonly shopper?: string
}

/** Answers one request of Node's HTTP server (Express, Fastify's raw request …) with `CraftgateCommerce.handle`. Never throws. */
export async function serveNode(
  craftgate: Pick<CraftgateCommerce, 'handle'>,
  { request, response, mountUrl, path, clientIp, shopper }: NodeExchange,
  logger: Logger,
): Promise<void> {
  try {
    const answer = await craftgate.handle(toWebRequest(request, mountUrl, path), { clientIp, shopper })
    // A body that core refused to read stays in the connection, which can carry no other request then.
    if (!request.complete) response.setHeader('connection', 'close')
    await sendWebResponse(answer, response)
  } catch (error) {
    logger.warn('A request could not be answered', { reason: String(error) })
    if (!response.headersSent) response.statusCode = error instanceof TypeError ? 400 : 500
    response.end()
  }
}
