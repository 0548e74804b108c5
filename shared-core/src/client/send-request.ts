import { randomUUID } from 'node:crypto'
import type { Dispatcher } from 'undici'
import { version } from '../../package.json'
import type { Deadline } from './deadline'
import { noAnswer } from './errors'
import { ExchangeFailure, exchange, type HttpAnswer, headerOf } from './http-exchange'
import { type ApiKeys, type PreparedRequest, signatureOf } from './prepare-request'
import { readAnswer } from './read-answer'
import { safeId } from './redaction'
import type { Telemetry } from './telemetry'

const CLIENT = 'craftgate-commerce'
const JSON_LIMIT = 8 * 1024 * 1024
const FILE_LIMIT = 64 * 1024 * 1024
const UPSTREAM_IDS = ['x-request-id', 'x-correlation-id', 'x-trace-id', 'cf-ray']

export interface SenderOptions {
  readonly dispatcher: Dispatcher
  readonly origin: string
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
  const { dispatcher, origin, keys, language, telemetry, attemptShare } = options
  const alwaysTheSame = {
    'content-type': 'application/json',
    'user-agent': `${CLIENT}/${version}`,
    'x-api-key': keys.apiKey,
    'x-auth-version': '1',
    'x-client-version': `${CLIENT}:${version}`,
    ...(language === undefined ? {} : { lang: language }),
  }

  const headersOf = (
    { operation, signedUrl: url, body, idempotencyKey }: PreparedRequest,
    nonce: string,
  ) => ({
    accept: operation.binary ? 'application/json, */*' : 'application/json',
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
        const maxBytes = operation.binary ? FILE_LIMIT : JSON_LIMIT
        const answer = await exchange(dispatcher, { origin, method, path, headers, body, maxBytes }, own)
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
