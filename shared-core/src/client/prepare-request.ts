// Turns a call into a request, and refuses what could reach another endpoint than meant. Queries are written exactly as
// the official SDK writes them, because they are part of what is signed.
import { hash } from 'node:crypto'
import { OPERATIONS, type Operation, type OperationId } from '@craftgate-commerce/openapi/operations'
import { rejectLocally } from './errors'
import { leavesOf, safeId, safeText } from './redaction'

/** Arguments of any call; their types were checked where the call was written. */
export interface AnyArguments {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** One call, checked and ready to be sent. `body` is the exact text that is signed and sent. */
export interface PreparedRequest {
  readonly operation: Operation
  /** Encoded path and query, as sent. */
  readonly target: string
  /** Absolute and URL-decoded, as signed. */
  readonly signedUrl: string
  readonly body?: string
  readonly idempotencyKey?: string
  /** Safe to log. */
  readonly conversationId?: string
  /** Takes out of a text whatever this call sent, and every key. */
  readonly redact: (text: string) => string
}

/** Where requests go. `base` is the address without a trailing slash, `path` its path, often empty. */
export interface Target {
  readonly base: string
  readonly path: string
  /** What no text may repeat. */
  readonly secrets: readonly string[]
}

// Ids are put into paths as they come, some of them from a browser: nothing in them may move the path elsewhere.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
const MOVES_A_PATH = /[%?#/\\\u0000-\u001f\u007f]/
const NO_ID: ReadonlySet<string> = new Set(['', '.', '..', 'undefined', 'null', 'NaN'])

function idText(value: unknown): string {
  const text = String(value)
  if (NO_ID.has(text) || MOVES_A_PATH.test(text)) throw rejectLocally('invalid-path')
  return text
}

const pathOf = (template: string, ids: AnyArguments['path']): string =>
  template.includes('{') ? template.replace(/\{(\w+)\}/g, (_, name: string) => idText(ids?.[name])) : template

const NEEDS_NO_ENCODING = /^[\w/.:-]*$/

const encoded = (path: string): string =>
  NEEDS_NO_ENCODING.test(path) ? path : new URL(path, 'http://craftgate.invalid').pathname

const valueText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return encodeURIComponent(value instanceof Date ? value.toISOString() : String(value))
}

const pairsOf = ([name, value]: [string, unknown]): string => {
  const key = encodeURIComponent(name)
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((one) => `${key}=${valueText(one)}`).join('&')
}

/** `{ ids: [1, 2], name: 'Ay' }` becomes `?ids=1&ids=2&name=Ay`; Dates as ISO text in UTC; absent values as `name=`. */
function queryOf(query: AnyArguments['query']): string {
  const text = query === undefined ? '' : Object.entries(query).map(pairsOf).join('&')
  return text === '' ? '' : `?${text}`
}

function written({ query, body }: AnyArguments): {
  readonly query: string
  readonly body: string | undefined
} {
  try {
    return { query: queryOf(query), body: body ? JSON.stringify(body) : undefined }
  } catch {
    throw rejectLocally('not-encodable')
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const conversationOf = ({ body, query }: AnyArguments): string | undefined =>
  safeId(fieldOf(body, 'conversationId')) ?? safeId(query?.conversationId)

/**
 * Checks and writes one call. Throws CraftgateError `invalid-request` for an id that would lead elsewhere and for
 * values that JSON or a URL cannot hold.
 */
export function prepareRequest(
  { base, path: basePath, secrets }: Target,
  id: OperationId,
  args: AnyArguments,
  idempotencyKey?: string,
): PreparedRequest {
  const operation: Operation = OPERATIONS[id]
  const path = pathOf(operation.path, args.path)
  const { query, body } = written(args)
  const url = base + path + query
  return {
    operation,
    target: encoded(basePath + path) + query,
    signedUrl: url.includes('%') ? decodeURIComponent(url) : url,
    body,
    idempotencyKey: operation.idempotencyKey ? idempotencyKey : undefined,
    conversationId: conversationOf(args),
    redact: (text) => safeText(text, [...secrets, ...leavesOf(args)]),
  }
}

/** What a request signature covers. `url` is absolute and URL-decoded; `body` is the exact text sent. */
export interface Signed {
  readonly url: string
  readonly nonce: string
  readonly body?: string
}

export interface ApiKeys {
  readonly apiKey: string
  readonly secretKey: string
}

/**
 * The `x-signature` header: base64 of SHA-256 over url, keys, nonce and body, end to end.
 * See developer.craftgate.io/api (İmza Hesaplama Algoritması).
 */
export const signatureOf = (keys: ApiKeys, { url, nonce, body = '' }: Signed): string =>
  hash('sha256', url + keys.apiKey + keys.secretKey + nonce + body, 'base64')
