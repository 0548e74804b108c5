// One log line and one span for each request that goes out. Both hold what support can work with, and nothing else:
// no URL with its query, no body, no key.
import { type Attributes, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { CraftgateError } from '../errors'
import type { Logger } from '../logger'
import type { Call } from './call'
import { CallFailure } from './call-failure'
import type { AttemptIds } from './failures'

export interface Attempt {
  /** Of this attempt; the `x-rnd-key` header carries it, so both sides can find the request by it. */
  readonly requestId: string
  /** 1, then 2 for the first repetition. */
  readonly number: number
}

/** Filled in while the attempt runs. */
export interface Sighting {
  status?: number
  upstreamRequestId?: string
}

export const idsOf = (attempt: Attempt, sighting: Sighting): AttemptIds => ({
  requestId: attempt.requestId,
  ...(sighting.upstreamRequestId === undefined ? {} : { upstreamRequestId: sighting.upstreamRequestId }),
})

type Facts = Readonly<Record<string, string | number | undefined>>

const factsOf = (
  call: Call,
  attempt: Attempt,
  sighting: Sighting,
  ms: number,
  error?: CraftgateError,
): Facts => ({
  method: call.method,
  route: call.route.template,
  status: sighting.status,
  ms: Math.round(ms),
  requestId: attempt.requestId,
  upstreamRequestId: sighting.upstreamRequestId,
  conversationId: call.conversationId,
  attempt: attempt.number,
  errorKind: error?.kind,
  errorCode: error?.code,
  errorGroup: error?.group,
})

const present = (facts: Facts): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const levelOf = (call: Call, error?: CraftgateError): keyof Logger => {
  if (error === undefined) return call.route.kind === 'read' ? 'debug' : 'info'
  if (error.kind === 'declined') return 'info'
  return error.kind === 'unknown-outcome' || error.kind === 'unauthorized' ? 'error' : 'warn'
}

const attributesOf = (call: Call, attempt: Attempt): Attributes => ({
  'http.request.method': call.method,
  'url.template': call.route.template,
  'server.address': new URL(call.origin).hostname,
  'http.request.resend_count': attempt.number - 1,
  'craftgate.request_id': attempt.requestId,
  'craftgate.call_kind': call.route.kind,
  'craftgate.conversation_id': call.conversationId,
})

function close(span: Span, sighting: Sighting, error?: CraftgateError): void {
  if (sighting.status !== undefined) span.setAttribute('http.response.status_code', sighting.status)
  if (error !== undefined) {
    span.setAttributes({ 'error.type': error.kind, 'craftgate.error_code': error.code })
    if (error.group !== undefined) span.setAttribute('craftgate.error_group', error.group)
    if (error.kind !== 'declined') span.setStatus({ code: SpanStatusCode.ERROR, message: error.code })
  }
  span.end()
}

const errorOf = (thrown: unknown): CraftgateError | undefined =>
  thrown instanceof CallFailure ? thrown.error : undefined

export interface Observer {
  attempt<T>(call: Call, attempt: Attempt, work: (sighting: Sighting) => Promise<T>): Promise<T>
  /** A call that never became a request: circuit open, queue full, given up while it waited. */
  notSent(call: Call, error: CraftgateError): void
}

/** Watches requests for a logger and for whatever tracer the process has. */
export function observer(logger: Logger): Observer {
  const tracer = trace.getTracer('@craftgate-commerce/core')

  const attempt: Observer['attempt'] = (call, current, work) =>
    tracer.startActiveSpan(
      'craftgate.request',
      { kind: SpanKind.CLIENT, attributes: attributesOf(call, current) },
      async (span) => {
        const sighting: Sighting = {}
        const startedAt = performance.now()
        const finish = (error?: CraftgateError) => {
          close(span, sighting, error)
          const facts = present(factsOf(call, current, sighting, performance.now() - startedAt, error))
          logger[levelOf(call, error)](`craftgate ${call.method} ${call.route.template}`, facts)
        }
        try {
          const result = await work(sighting)
          finish()
          return result
        } catch (thrown) {
          finish(errorOf(thrown))
          throw thrown
        }
      },
    )

  return {
    attempt,
    notSent: (call, error) =>
      logger.warn(
        `craftgate ${call.method} ${call.route.template} not sent`,
        present({
          method: call.method,
          route: call.route.template,
          conversationId: call.conversationId,
          errorKind: error.kind,
          errorCode: error.code,
        }),
      ),
  }
}
