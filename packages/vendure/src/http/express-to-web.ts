import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/** What Express adds to Node's request, as far as it is needed here. */
export interface ShopRequest extends IncomingMessage {
  /** The client's address by the shop's own `trustProxy` setting. */
  readonly ip?: string
}

/**
 * Express's request as a Web Request. The body is handed on unread and unparsed, because signatures are made over its
 * bytes and core limits its size. `request.url` is the part after the mount path, whatever a proxy did before it.
 * Throws TypeError for a URL or header that is none.
 */
export function toWebRequest(request: ShopRequest, mountUrl: string): Request {
  const method = request.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(mountUrl + (request.url ?? '/'), {
    method,
    headers: headersOf(request),
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  })
}

export async function sendWebResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value)
  }
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.end(Buffer.from(await answer.arrayBuffer()))
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  return headers
}
