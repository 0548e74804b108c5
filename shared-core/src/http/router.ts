import { randomUUID } from 'node:crypto'
import type { ClientInfo } from '../commerce'
import { logError } from '../logger'
import type { ParsedOptions } from '../options/options'
import { limitPerMinute } from '../rate-limit'
import { callback } from './callback'
import { directCallback, type NamedAttempt } from './direct-callback'
import { type EndpointDependencies, type HttpDependencies, type IncomingRequest, page } from './endpoint'
import { pay } from './pay'
import { webhook } from './webhook'

/** Questions of the shop's database that a forged request may lead to, in a minute. */
const MOST_LOOKED_UP = 30

export interface HttpHandler {
  /** Never throws. */
  handle(request: Request, client?: ClientInfo): Promise<Response>
}

export function createHttpHandler(given: HttpDependencies): HttpHandler {
  const mayLog = limitPerMinute(1, given.clock)
  const mayLookUp = limitPerMinute(MOST_LOOKED_UP, given.clock)
  const deps = { ...given, mayLog: (what: string) => mayLog(what), mayLookUp: () => mayLookUp(undefined) }
  return {
    async handle(request, client = {}) {
      const incoming = { request, client, requestId: requestIdOf(client) }
      try {
        return await open(deps, incoming)
      } catch (error) {
        deps.logger.error('A request failed', { requestId: incoming.requestId, error: logError(error) })
        return page(incoming, 'failed', 500)
      }
    },
  }
}

/** It stands on a page, so what the framework took over from a header is checked here too. */
const requestIdOf = ({ requestId = '' }: ClientInfo): string =>
  /^[\w-]{1,64}$/.test(requestId) ? requestId : randomUUID()

async function open(deps: EndpointDependencies, incoming: IncomingRequest): Promise<Response> {
  const endpoint = matchEndpoint(deps.options, new URL(incoming.request.url).pathname)
  if (endpoint === undefined) return page(incoming, 'not-found', 404)
  return enter(deps, incoming, endpoint)
}

async function enter(
  deps: EndpointDependencies,
  incoming: IncomingRequest,
  endpoint: Endpoint,
): Promise<Response> {
  switch (endpoint.kind) {
    case 'pay':
      return pay(deps, incoming, endpoint.reference)
    case 'callback':
      return callback(deps, incoming)
    case 'direct-callback':
      return directCallback(deps, incoming, endpoint)
    case 'topped-up':
      return page(incoming, 'topped-up', 200)
    case 'webhook':
      return webhook(deps, incoming)
  }
}

type Endpoint =
  | { readonly kind: 'pay'; readonly reference: string }
  | { readonly kind: 'callback' }
  | ({ readonly kind: 'direct-callback' } & NamedAttempt)
  | { readonly kind: 'webhook' }
  /** Of a wallet (`wallets/top-up.ts`): no attempt of the shop's is paid by that. */
  | { readonly kind: 'topped-up' }

/** Which endpoint a request is for. A proxy may or may not have cut off the path of publicUrl. */
function matchEndpoint({ publicUrl, basePath }: ParsedOptions, pathname: string): Endpoint | undefined {
  const outside = `${new URL(publicUrl).pathname.replace(/\/$/, '')}${basePath}`
  const base = [outside, basePath].find((prefix) => pathname.startsWith(`${prefix}/`))
  if (base === undefined) return undefined
  const [segment, name, ...rest] = pathname.slice(base.length + 1).split('/')
  if (rest.length > 0) return undefined
  if (segment === 'pay') return payEndpoint(name)
  if (segment === 'callback' && name === 'topped-up') return { kind: 'topped-up' }
  if (segment === 'callback' && name !== undefined) return directCallbackEndpoint(name)
  if (name !== undefined) return undefined
  return segment === 'callback' || segment === 'webhook' ? { kind: segment } : undefined
}

/** No reference holds a control character, and a database may fail when it is asked about one such as NUL. */
function payEndpoint(name: string | undefined): Endpoint | undefined {
  const reference = decoded(name ?? '')
  return reference && !/\p{Cc}/u.test(reference) ? { kind: 'pay', reference } : undefined
}

/** `2-session`: the second attempt of a session. */
function directCallbackEndpoint(name: string): Endpoint | undefined {
  const [, attempt, rest] = /^([1-9]\d{0,5})-(.+)$/.exec(name) ?? []
  const pay = payEndpoint(rest)
  return pay?.kind === 'pay'
    ? { kind: 'direct-callback', reference: pay.reference, attempt: Number(attempt) }
    : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
