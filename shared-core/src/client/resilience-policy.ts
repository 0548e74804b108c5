// Retry, circuit breaker and bulkhead around the attempts of a call. The rule, in words:
// - a read is sent again after an outage, with growing, jittered pauses and never past its deadline;
// - anything else is sent once, unless its caller allows more and it has an idempotency key that Craftgate honours: then
//   it is sent again as a read is, but only while every earlier request surely ended (it never left, or Craftgate itself
//   answered 5xx or 429);
// - nothing is sent while the circuit is open, and no more than the bulkhead allows at once.
import {
  type BulkheadPolicy,
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  circuitBreaker,
  DelegateBackoff,
  decorrelatedJitterGenerator,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  SamplingBreaker,
  TaskCancelledError,
} from 'cockatiel'
import type { Deadline } from './deadline'
import { afterUncertain, CallFailure, circuitOpen, givenUp, internal, queueFull } from './errors'
import type { PreparedRequest } from './prepare-request'

export interface RetryOptions {
  /** How often a read is sent at most, the first time included. */
  readonly attempts: number
  /** Milliseconds that the first wait is near; later ones double, all with jitter. */
  readonly firstDelayMs: number
  readonly longestDelayMs: number
  /** Share of a read's deadline that one attempt may use, so that a silent socket leaves time for another attempt. */
  readonly attemptShare: number
}

export interface BreakerOptions {
  /** The circuit opens when more than this share of the calls in the window failed by an outage. */
  readonly failureShare: number
  readonly windowMs: number
  /** Fewer calls in the window never open it. */
  readonly minimumCalls: number
  /** Milliseconds until one call may try again; doubles while it keeps failing, up to a minute. */
  readonly openMs: number
}

export interface BulkheadOptions {
  /** Requests under way at once; reads on one side, everything else on the other, so that neither starves the other. */
  readonly concurrent: number
  /** Calls that may wait for their turn; one more is refused. */
  readonly queued: number
}

export interface Resilience {
  readonly retry: RetryOptions
  readonly breaker: BreakerOptions
  readonly bulkhead: BulkheadOptions
}

export const DEFAULT_RESILIENCE: Resilience = {
  retry: { attempts: 3, firstDelayMs: 150, longestDelayMs: 2_000, attemptShare: 0.6 },
  breaker: { failureShare: 0.5, windowMs: 30_000, minimumCalls: 10, openMs: 5_000 },
  bulkhead: { concurrent: 32, queued: 128 },
}

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

/** Growing, jittered pauses of one call. */
const pausesOf = ({ firstDelayMs, longestDelayMs }: RetryOptions): (() => number) => {
  let state: JitterState | undefined
  return () => {
    const [delay, next] = decorrelatedJitterGenerator(state, {
      initialDelay: firstDelayMs,
      maxDelay: longestDelayMs,
      exponent: 2,
      generator: decorrelatedJitterGenerator,
    })
    state = next
    return delay
  }
}

/** Whether the attempt after this failure would do no harm. */
const mayRepeat = ({ operation, idempotencyKey }: PreparedRequest, { error }: CallFailure): boolean =>
  operation.class === 'read' || (idempotencyKey !== undefined && error.delivery !== 'unclear')

export type SendAttempt<T> = (attempt: number) => Promise<T>

export interface ResiliencePolicy {
  /** Runs `send` by the rule above. Rejects with CallFailure. */
  run<T>(
    request: PreparedRequest,
    limits: { readonly deadline: Deadline; readonly attempts?: number },
    send: SendAttempt<T>,
  ): Promise<T>
}

/** The policy of one merchant at one address. */
export function resiliencePolicy(options: Resilience): ResiliencePolicy {
  const { retry } = options
  const circuit = breakerOf(options.breaker)
  const reads = bulkhead(options.bulkhead.concurrent, options.bulkhead.queued)
  const writes = bulkhead(options.bulkhead.concurrent, options.bulkhead.queued)

  return {
    async run(request, { deadline, attempts }, send) {
      const isRead = request.operation.class === 'read'
      const compartment = isRead ? reads : writes
      const most = attempts ?? (isRead ? retry.attempts : 1)
      let uncertain: CallFailure | undefined
      let pauses: (() => number) | undefined
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await onceIn({ compartment, circuit, request, deadline }, () => send(attempt))
        } catch (thrown) {
          const last = thrown instanceof CallFailure ? thrown : internal(request, attempt, thrown)
          const failure = uncertain === undefined ? last : afterUncertain(uncertain, last)
          if (failure.error.retry === 'ask-first') uncertain = failure
          const asked = last.hints.retryAfterMs ?? 0
          const again = last.hints.again && attempt < most && asked < deadline.left()
          if (!again || !mayRepeat(request, last)) throw failure
          pauses ??= pausesOf(retry)
          await deadline.pause(Math.max(pauses(), asked))
          if (deadline.ended !== undefined) throw failure
        }
      }
    },
  }
}

interface Turn {
  readonly compartment: BulkheadPolicy
  readonly circuit: CircuitBreakerPolicy
  readonly request: PreparedRequest
  readonly deadline: Deadline
}

/** One attempt, when its turn has come. Only a call that has to wait pays for being called off while it waits. */
async function onceIn<T>(turn: Turn, send: () => Promise<T>): Promise<T> {
  const { compartment, circuit, request, deadline } = turn
  const atOnce = compartment.executionSlots > 0 && circuit.state === CircuitState.Closed
  try {
    if (!atOnce) return await waiting(turn, send)
    if (deadline.ended !== undefined) throw givenUp(request, deadline.ended)
    return await compartment.execute(() => circuit.execute(send))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (isBrokenCircuitError(error)) throw circuitOpen(request)
    if (isBulkheadRejectedError(error)) throw queueFull(request)
    // Not isTaskCancelledError: in cockatiel 3 it asks for the wrong mark.
    if (error instanceof TaskCancelledError) throw givenUp(request, deadline.ended)
    throw error
  }
}

/** Waits for a place in the queue, or for the one call that tries a circuit; ends with the deadline while it waits. */
function waiting<T>({ compartment, circuit, request, deadline }: Turn, send: () => Promise<T>): Promise<T> {
  const { signal } = deadline
  let isSending = false
  const work = () => {
    if (deadline.ended !== undefined) throw givenUp(request, deadline.ended)
    isSending = true
    return send()
  }
  const endOfWaiting = new Promise<never>((_, reject) => {
    const giveUp = () => {
      if (!isSending) reject(givenUp(request, deadline.ended))
    }
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
  return Promise.race([compartment.execute(() => circuit.execute(work, signal), signal), endOfWaiting])
}
