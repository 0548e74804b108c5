import { randomUUID } from 'node:crypto'
import type { Dispatcher } from 'undici'
import { version } from '../../package.json'
import type { Call } from './call'
import { type Answer, ExchangeFailure, exchange, headerOf } from './exchange'
import { type Attempt, idsOf, type Observer, type Sighting } from './observe'
import { readAnswer } from './read-answer'
import { safeId } from './safe-text'
import { type ApiKeys, signatureOf } from './sign'
import { type TimeLimit, timeLimit } from './time-limit'
import { translateFailure } from './translate-failure'

const CLIENT = 'craftgate-commerce'
const JSON_LIMIT = 8 * 1024 * 1024
const FILE_LIMIT = 64 * 1024 * 1024

export interface Sender {
  readonly dispatcher: Dispatcher
  readonly keys: ApiKeys
  readonly language?: 'tr' | 'en'
  readonly observer: Observer
  /** Milliseconds that one attempt may take, when less than what is left. */
  attemptMs(call: Call): number
}

const headersOf = ({ keys, language }: Sender, call: Call, nonce: string): Record<string, string> => ({
  accept: call.binary ? 'application/json, */*' : 'application/json',
  'content-type': 'application/json',
  'user-agent': `${CLIENT}/${version}`,
  'x-api-key': keys.apiKey,
  'x-rnd-key': nonce,
  'x-auth-version': '1',
  'x-client-version': `${CLIENT}:${version}`,
  'x-signature': signatureOf(keys, { url: call.signedUrl, nonce, body: call.body }),
  ...(language === undefined ? {} : { lang: language }),
  ...(call.idempotencyKey === undefined ? {} : { 'x-idempotency-key': call.idempotencyKey }),
})

const upstreamIdOf = (answer: Answer): string | undefined =>
  ['x-request-id', 'x-correlation-id', 'x-trace-id', 'cf-ray']
    .map((name) => safeId(headerOf(answer, name)))
    .find((id) => id !== undefined)

const note = (sighting: Sighting, answer: Answer): void => {
  sighting.status = answer.status
  sighting.upstreamRequestId = upstreamIdOf(answer)
}

async function answerTo(sender: Sender, call: Call, nonce: string, limit: TimeLimit): Promise<Answer> {
  const { method, origin, target: path, body } = call
  const headers = headersOf(sender, call, nonce)
  const maxBytes = call.binary ? FILE_LIMIT : JSON_LIMIT
  return exchange(sender.dispatcher, { origin, method, path, headers, body, maxBytes }, limit.signal)
}

/** Sends one attempt of a call, signed afresh. Rejects with CallFailure. */
export function send(sender: Sender, call: Call, limit: TimeLimit, number: number): Promise<unknown> {
  const attempt: Attempt = { requestId: randomUUID(), number }
  return sender.observer.attempt(call, attempt, async (sighting) => {
    const own = timeLimit({ ms: Math.min(limit.left(), sender.attemptMs(call)), signals: [limit.signal] })
    try {
      const answer = await answerTo(sender, call, attempt.requestId, own)
      note(sighting, answer)
      return readAnswer(call, idsOf(attempt, sighting), answer)
    } catch (thrown) {
      if (!(thrown instanceof ExchangeFailure)) throw thrown
      throw translateFailure(call, idsOf(attempt, sighting), thrown, limit.ended() ?? own.ended())
    } finally {
      own.release()
    }
  })
}
