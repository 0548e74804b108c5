import { request as send } from 'undici'

/** What a browser says of a person who follows a link or sends a form; `fetch` says that a script asks. */
const NAVIGATION = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

/**
 * One request as a browser makes it when its user goes to an address; redirects are not followed. Rejects with TypeError,
 * as `fetch` does, when nobody answers there.
 */
export async function navigate(request: Request): Promise<Response> {
  const { statusCode: status, headers: answered, body } = await sent(request)
  const headers = new Headers()
  for (const [name, value = []] of Object.entries(answered)) {
    for (const each of [value].flat()) headers.append(name, each)
  }
  const text = await body.text()
  return new Response(text === '' ? null : text, { status, headers })
}

async function sent(request: Request) {
  const headers = { ...Object.fromEntries(request.headers), ...NAVIGATION }
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer())
  try {
    return await send(request.url, { method: request.method === 'POST' ? 'POST' : 'GET', headers, body })
  } catch (cause) {
    throw new TypeError(`Nobody answers at ${request.url}`, { cause })
  }
}
