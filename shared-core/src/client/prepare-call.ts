// Turns what the SDK's adapters ask for into a request, and refuses what could reach another endpoint than meant.
import type { Call, CallInput } from './call'
import { queryString } from './query-string'
import { refusedHere } from './refused-here'
import { routeOf } from './route'
import { leavesOf, safeId, safeText } from './safe-text'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

// Ids are put into paths as they come, some of them from a browser: nothing in them may move the path elsewhere.
const isStrayPath = (path: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
  /[%?#\\\u0000-\u001f\u007f]/.test(path) ||
  path
    .slice(1)
    .split('/')
    .some((segment) => ['', '.', '..', 'undefined', 'null', 'NaN'].includes(segment))

// Newer SDKs put the key into the request object and lift it out again before signing.
const withoutKey = (name: string, value: unknown): unknown => (name === 'idempotencyKey' ? undefined : value)

const bodyOf = (data: unknown): string | undefined => (data ? JSON.stringify(data, withoutKey) : undefined)

const queryOf = (params: unknown): string => {
  const query = isRecord(params) ? queryString(params) : ''
  return query === '' ? '' : `?${query}`
}

const keyOf = ({ method, data, limits }: CallInput): string | undefined => {
  if (method === 'GET') return undefined
  const own = isRecord(data) ? safeId(data.idempotencyKey) : undefined
  return own ?? limits.map((limit) => limit.idempotencyKey).findLast((key) => key !== undefined)
}

const conversationOf = ({ data, params }: CallInput): string | undefined =>
  [data, params]
    .filter(isRecord)
    .map((source) => safeId(source.conversationId))
    .find((id) => id !== undefined)

function written(input: CallInput): { readonly query: string; readonly body: string | undefined } {
  try {
    return { query: queryOf(input.params), body: bodyOf(input.data) }
  } catch {
    throw refusedHere('not-encodable')
  }
}

/**
 * Checks and writes one call. `base` has no trailing slash. Throws CraftgateError `invalid-request` for a path that
 * leads elsewhere and for values that JSON or a URL cannot hold.
 */
export function prepareCall(base: string, input: CallInput, secrets: readonly string[]): Call {
  if (isStrayPath(input.path)) throw refusedHere('stray-path')
  const { query, body } = written(input)
  const raw = base + input.path + query
  const { origin, pathname } = new URL(raw)
  return {
    method: input.method,
    route: routeOf(input.method, input.path),
    origin,
    target: pathname + query,
    signedUrl: decodeURIComponent(raw),
    body,
    binary: input.binary ?? false,
    idempotencyKey: keyOf(input),
    conversationId: conversationOf(input),
    redact: (text) => safeText(text, [...secrets, ...leavesOf(input.data), ...leavesOf(input.params)]),
  }
}
