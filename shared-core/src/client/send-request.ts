// One attempt of a call: sent, and what its answer means: data, a file, nothing, or one of the failures.
import { randomUUID } from 'node:crypto'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { z } from 'zod'
import { version } from '../../package.json'
import type { Deadline } from './deadline'
import {
  type AttemptIds,
  broken,
  type CallFailure,
  noAnswer,
  notCraftgates,
  type Refusal,
  refused,
  tooMany,
  unauthorized,
} from './errors'
import { ExchangeFailure, exchange, type HttpAnswer, headerOf } from './http-exchange'
import { type ApiKeys, type PreparedRequest, signatureOf } from './prepare-request'
import { providerErrorOf, providerErrorShape } from './provider-error'
import { safeId } from './redaction'
import type { Telemetry } from './telemetry'

const JSON_LIMIT = 8 * 1024 * 1024
const UPSTREAM_IDS = ['x-request-id', 'x-correlation-id', 'x-trace-id', 'cf-ray']

export interface SenderOptions {
  readonly dispatcher: Dispatcher
  readonly origin: string
  /** What asks, as Craftgate reads it. */
  readonly name: string
  readonly keys: ApiKeys
  readonly language?: 'tr' | 'en'
  readonly telemetry: Telemetry
  /** Share of a read's deadline that one attempt may use. */
  readonly attemptShare: number
}

/** Sends one attempt of a call, signed afresh, and reads its answer. Rejects with CallFailure. */
export type RequestSender = (
  request: PreparedRequest,
  deadline: Deadline,
  attempt: number,
) => Promise<unknown>

const upstreamIdOf = (answer: HttpAnswer): string | undefined => {
  for (const name of UPSTREAM_IDS) {
    const id = safeId(headerOf(answer, name))
    if (id !== undefined) return id
  }
  return undefined
}

/** Sends requests to one address with one merchant's keys. */
export function requestSender(options: SenderOptions): RequestSender {
  const { dispatcher, origin, name, keys, language, telemetry, attemptShare } = options
  const alwaysTheSame = {
    'content-type': 'application/json',
    'user-agent': `${name}/${version}`,
    'x-api-key': keys.apiKey,
    'x-auth-version': '1',
    'x-client-version': `${name}:${version}`,
    ...(language === undefined ? {} : { lang: language }),
  }

  const headersOf = (
    { operation, signedUrl: url, body, idempotencyKey }: PreparedRequest,
    nonce: string,
  ) => ({
    accept: operation.binary ? 'application/json, */*' : 'application/json',
    'accept-encoding': 'identity',
    ...alwaysTheSame,
    'x-rnd-key': nonce,
    'x-signature': signatureOf(keys, { url, nonce, body }),
    ...(idempotencyKey === undefined ? {} : { 'x-idempotency-key': idempotencyKey }),
  })

  return (request, deadline, number) => {
    const { operation, target: path, body } = request
    const requestId = randomUUID()
    return telemetry.attempt(request, { requestId, number }, async (observation) => {
      const own = operation.class === 'read' ? deadline.earlier(deadline.total * attemptShare) : deadline
      try {
        const { method } = operation
        const headers = headersOf(request, requestId)
        const limits = { maxBytes: JSON_LIMIT, isFile: operation.binary }
        const answer = await exchange(dispatcher, { origin, method, path, headers, body, ...limits }, own)
        observation.status = answer.status
        observation.upstreamRequestId = upstreamIdOf(answer)
        return readAnswer(request, observation, answer)
      } catch (thrown) {
        if (!(thrown instanceof ExchangeFailure)) throw thrown
        throw noAnswer(request, observation, thrown, own.ended)
      } finally {
        if (own !== deadline) own.release()
      }
    })
  }
}

// JSON.parse keeps every amount that Craftgate sends: 15 significant digits always survive in a double, and the
// shortest text of that double is the text that was sent. A longer number, say an id above 2^53, would silently
// become another one, so it is handed over as its decimal text instead.
const MAYBE_LONG = /\d[\d.]{15}/
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const ALWAYS_EXACT = 15

const plain = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number)

const significantDigits = (number: string): number => plain(number).replace(/^[-0.]+|\./g, '').length

const losesDigits = (number: string): boolean =>
  significantDigits(number) > ALWAYS_EXACT && String(Number(number)) !== plain(number)

const isNumber = (token: string): boolean => !token.startsWith('"') && !/[eE]/.test(token)

const quoteIfLong = (token: string): string => (isNumber(token) && losesDigits(token) ? `"${token}"` : token)

/** Like JSON.parse, but a number whose digits a double cannot hold comes back as text. Throws SyntaxError. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(MAYBE_LONG.test(text) ? text.replace(STRING_OR_NUMBER, quoteIfLong) : text)
}

/** Milliseconds that a Retry-After header asks for (seconds or an HTTP date); undefined when it says nothing usable. */
export function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** Answers that come from a proxy or an overloaded server, not from a decision about the request. */
const isProblem = (status: number): boolean => status >= 500 || status === 408 || status === 425

const refusalShape = z.object({
  errors: z.object({
    errorCode: z.coerce.string(),
    errorDescription: z.string().nullish(),
    errorGroup: z.string().nullish(),
    providerError: providerErrorShape,
  }),
  providerError: providerErrorShape,
})

const isJson = (answer: HttpAnswer): boolean => {
  const type = headerOf(answer, 'content-type')
  return type === undefined || /json/i.test(type)
}

/** We ask for `identity`; a proxy may compress all the same. */
const DECODERS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  identity: (body) => body,
  gzip: (body) => gunzipSync(body, { maxOutputLength: JSON_LIMIT }),
  'x-gzip': (body) => gunzipSync(body, { maxOutputLength: JSON_LIMIT }),
  deflate: (body) => inflateSync(body, { maxOutputLength: JSON_LIMIT }),
  br: (body) => brotliDecompressSync(body, { maxOutputLength: JSON_LIMIT }),
}

/** Throws for an encoding that nobody asked for, for what is not encoded so, and for what is too large. */
function decoded(answer: HttpAnswer): Buffer {
  const encoding = headerOf(answer, 'content-encoding')?.trim().toLowerCase() || 'identity'
  const decode = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined
  if (decode === undefined) throw new Error('An encoding that nobody asked for')
  return decode(answer.body)
}

/** The answer's JSON object; undefined for anything else. */
function envelopeOf(answer: HttpAnswer): object | undefined {
  if (!isJson(answer)) return undefined
  try {
    const parsed = parseExactJson(decoded(answer).toString('utf8'))
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined
  } catch {
    // The parser's message quotes the answer, so it is dropped.
    return undefined
  }
}

/** What Craftgate itself says was wrong; undefined when the answer is not Craftgate's. */
function refusalOf(request: PreparedRequest, envelope: object | undefined): Refusal | undefined {
  const refusal = refusalShape.safeParse(envelope).data
  if (refusal === undefined) return undefined
  const { errors } = refusal
  const told = providerErrorOf(errors.providerError ?? refusal.providerError)
  return {
    code: safeId(errors.errorCode) ?? 'unreadable-code',
    description: request.redact(errors.errorDescription ?? ''),
    group: safeId(errors.errorGroup),
    providerError: told && { ...told, message: told.message && request.redact(told.message) },
  }
}

function failureOf(request: PreparedRequest, ids: AttemptIds, answer: HttpAnswer): CallFailure {
  const { status } = answer
  const refusal = refusalOf(request, envelopeOf(answer))
  const problem = { status, refusal, retryAfterMs: retryAfterMs(headerOf(answer, 'retry-after')) }
  if (status === 429) return tooMany(request, ids, problem)
  if (isProblem(status)) return broken(request, ids, problem)
  const isAboutKeys = status === 401 || status === 403
  if (refusal !== undefined) {
    return isAboutKeys ? unauthorized(request, ids, refusal.code) : refused(request, ids, refusal)
  }
  // A proxy that shuts us out is not Craftgate. Whether it did so before or after it passed the request on, nobody knows.
  return notCraftgates(request, ids, status < 400 ? 'redirect' : `http-${status}`, status)
}

function dataOf(request: PreparedRequest, ids: AttemptIds, answer: HttpAnswer): unknown {
  const { answerless } = request.operation
  const envelope = envelopeOf(answer)
  if (envelope === undefined) throw notCraftgates(request, ids, 'not-json', answer.status)
  if ('data' in envelope) return answerless ? (envelope.data ?? undefined) : envelope.data
  const refusal = refusalOf(request, envelope)
  if (refusal !== undefined) throw refused(request, ids, refusal)
  if (!answerless) throw notCraftgates(request, ids, 'no-data', answer.status)
  return undefined
}

/**
 * The `data` of a success, a file as a stream, or undefined for a success without an answer.
 * Throws CallFailure for everything else.
 */
function readAnswer(request: PreparedRequest, ids: AttemptIds, answer: HttpAnswer): unknown {
  if (answer.status < 200 || answer.status > 299) throw failureOf(request, ids, answer)
  if (request.operation.binary) return answer.file
  if (answer.body.length > 0) return dataOf(request, ids, answer)
  if (!request.operation.answerless) throw notCraftgates(request, ids, 'no-data', answer.status)
  return undefined
}
