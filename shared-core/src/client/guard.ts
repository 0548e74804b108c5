// Retry, breaker and bulkhead around attempts. The rule, in words: a read may be sent again after an outage, with
// growing, jittered pauses and never past its deadline; anything else is sent once. Nothing is sent while the circuit
// is open, and no more than the bulkhead allows at once.
import {
  bulkhead,
  circuitBreaker,
  DelegateBackoff,
  decorrelatedJitterGenerator,
  type FailureReason,
  handleWhen,
  type IPolicy,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  retry,
  SamplingBreaker,
  TaskCancelledError,
  wrap,
} from 'cockatiel'
import type { Call } from './call'
import { CallFailure } from './call-failure'
import { notSent } from './failures'
import type { BreakerOptions, BulkheadOptions, Resilience, RetryOptions } from './resilience-options'
import { SENTENCES } from './sentences'
import type { TimeLimit } from './time-limit'

const LONGEST_OPEN_MS = 60_000

// Doubles without jitter: there is one breaker for each merchant, not a herd of clients.
const opening = (openMs: number) =>
  new DelegateBackoff<{ readonly attempt: number }>(({ attempt }) =>
    Math.min(LONGEST_OPEN_MS, openMs * 2 ** (attempt - 1)),
  )

const breakerOf = ({ failureShare, windowMs, minimumCalls, openMs }: BreakerOptions) =>
  circuitBreaker(
    handleWhen((error) => error instanceof CallFailure && error.hints.outage),
    {
      halfOpenAfter: opening(openMs),
      breaker: new SamplingBreaker({
        threshold: failureShare,
        duration: windowMs,
        minimumRps: (minimumCalls * 1000) / windowMs,
      }),
    },
  )

type JitterState = ReturnType<typeof decorrelatedJitterGenerator>[1]

const hintedDelay = (result: FailureReason<unknown>): number =>
  'error' in result && result.error instanceof CallFailure ? (result.error.hints.retryAfterMs ?? 0) : 0

const backoffOf = ({ firstDelayMs, longestDelayMs }: RetryOptions) =>
  new DelegateBackoff<{ readonly result: FailureReason<unknown> }, JitterState>(({ result }, state) => {
    const [jittered, next] = decorrelatedJitterGenerator(state, {
      initialDelay: firstDelayMs,
      maxDelay: longestDelayMs,
      exponent: 2,
      generator: decorrelatedJitterGenerator,
    })
    return { delay: Math.max(jittered, hintedDelay(result)), state: next }
  })

// Unreferenced: while a call waits, its deadline keeps the process alive, and no longer.
const retryOf = (options: RetryOptions, limit: TimeLimit): IPolicy =>
  retry(
    handleWhen(
      (error) =>
        error instanceof CallFailure && error.hints.again && (error.hints.retryAfterMs ?? 0) < limit.left(),
    ),
    { maxAttempts: options.attempts - 1, backoff: backoffOf(options) },
  ).dangerouslyUnref()

const refusalOf = (call: Call, limit: TimeLimit, error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  if (isBrokenCircuitError(error)) return notSent(call, 'circuit-open', SENTENCES['circuit-open'])
  if (isBulkheadRejectedError(error)) return notSent(call, 'queue-full', SENTENCES['queue-full'])
  // Not isTaskCancelledError: in cockatiel 3 it asks for the wrong mark.
  if (error instanceof TaskCancelledError) return givenUp(call, limit)
  return error
}

const givenUp = (call: Call, limit: TimeLimit): CallFailure =>
  limit.ended() === 'timeout'
    ? notSent(call, 'timeout', SENTENCES.trouble)
    : notSent(call, 'cancelled', SENTENCES.cancelled)

/** What a call is doing now: only while it waits may its end be told from outside. */
class Progress {
  attempts = 0
  sending = false
  last: unknown
}

/** Rejects when the limit ends while the call waits for its turn or for the next attempt. */
const endOfWaiting = (call: Call, limit: TimeLimit, progress: Progress): Promise<never> =>
  new Promise((_, reject) => {
    limit.signal.addEventListener('abort', () => {
      if (!progress.sending) reject(progress.last ?? givenUp(call, limit))
    })
  })

export interface Guard {
  /** Runs `send` by the rule above. Rejects with CallFailure. */
  run<T>(call: Call, limit: TimeLimit, send: (attempt: number) => Promise<T>): Promise<T>
}

/** The guard of one merchant at one origin. */
export function guard({ retry: retrying, breaker, bulkhead: size }: Resilience): Guard {
  const circuit = breakerOf(breaker)
  const compartment = ({ concurrent, queued }: BulkheadOptions) => wrap(bulkhead(concurrent, queued), circuit)
  const reads = compartment(size)
  const writes = compartment(size)

  return {
    async run(call, limit, send) {
      const progress = new Progress()
      const isRead = call.route.kind === 'read'
      const attempt = async () => {
        if (limit.signal.aborted) throw progress.last ?? givenUp(call, limit)
        progress.sending = true
        progress.attempts += 1
        return send(progress.attempts).finally(() => {
          progress.sending = false
        })
      }
      const once = () =>
        (isRead ? reads : writes).execute(attempt, limit.signal).catch((error: unknown) => {
          progress.last = refusalOf(call, limit, error)
          throw progress.last
        })
      const work = isRead ? retryOf(retrying, limit).execute(once, limit.signal) : once()
      return Promise.race([work, endOfWaiting(call, limit, progress)])
    },
  }
}
