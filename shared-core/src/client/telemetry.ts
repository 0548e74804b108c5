// One log line and one span for each request that goes out. Both hold what support can work with, and nothing else:
// no URL with its query, no body, no key.
import { type Attributes, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { CraftgateError } from '../errors'
import type { Logger } from '../logger'
import { type AttemptIds, CallFailure } from './errors'
import type { PreparedRequest } from './prepare-request'

export interface Attempt {
  /** Of this attempt; the `x-rnd-key` header carries it, so both sides can find the request by it. */
  readonly requestId: string
  /** 1, then 2 for the first repetition. */
  readonly number: number
}

/** What is seen of an attempt; filled in while it runs. */
export interface CallObservation extends AttemptIds, Attempt {
  status?: number
  upstreamRequestId?: string
}

type Facts = Record<string, string | number>

function factsOf(
  { operation, conversationId }: PreparedRequest,
  observation: Partial<CallObservation>,
  error?: CraftgateError,
  ms?: number,
): Facts {
  const facts: Readonly<Record<string, string | number | undefined>> = {
    method: operation.method,
    route: operation.path,
    status: observation.status,
    ms,
    // `requestId` is the name of the request that this call is made for, in the logs of whoever serves one.
    rndKey: observation.requestId,
    upstreamRequestId: observation.upstreamRequestId,
    conversationId,
    attempt: observation.number,
    errorKind: error?.kind,
    errorCode: error?.code,
    errorGroup: error?.group,
  }
  const present: Facts = {}
  for (const name in facts) {
    const value = facts[name]
    if (value !== undefined) present[name] = value
  }
  return present
}

const levelOf = ({ operation }: PreparedRequest, error?: CraftgateError): keyof Logger => {
  if (error === undefined) return operation.class === 'read' ? 'debug' : 'info'
  if (error.kind === 'declined') return 'info'
  return error.kind === 'unknown-outcome' || error.kind === 'unauthorized' ? 'error' : 'warn'
}

const attributesOf = (
  server: string,
  { operation, conversationId }: PreparedRequest,
  { requestId, number }: Attempt,
): Attributes => ({
  'http.request.method': operation.method,
  'url.template': operation.path,
  'server.address': server,
  'http.request.resend_count': number - 1,
  'craftgate.request_id': requestId,
  'craftgate.call_kind': operation.class,
  'craftgate.conversation_id': conversationId,
})

function close(span: Span, { status }: CallObservation, error?: CraftgateError): void {
  if (status !== undefined) span.setAttribute('http.response.status_code', status)
  if (error !== undefined) {
    span.setAttributes({ 'error.type': error.kind, 'craftgate.error_code': error.code })
    if (error.group !== undefined) span.setAttribute('craftgate.error_group', error.group)
    if (error.kind !== 'declined') span.setStatus({ code: SpanStatusCode.ERROR, message: error.code })
  }
  span.end()
}

export interface Telemetry {
  attempt<T>(
    request: PreparedRequest,
    attempt: Attempt,
    work: (observation: CallObservation) => Promise<T>,
  ): Promise<T>
  /** A call that never became a request: circuit open, queue full, given up while it waited. */
  notSent(request: PreparedRequest, error: CraftgateError): void
}

/** Watches requests to `server` for a logger and for whatever tracer the process has. */
export function telemetryOf(logger: Logger, server: string): Telemetry {
  const tracer = trace.getTracer('@craftgate-commerce/core')

  const attempt: Telemetry['attempt'] = (request, current, work) =>
    tracer.startActiveSpan(
      'craftgate.request',
      { kind: SpanKind.CLIENT, attributes: attributesOf(server, request, current) },
      async (span) => {
        const { operation } = request
        const observation: CallObservation = { requestId: current.requestId, number: current.number }
        const startedAt = performance.now()
        const finish = (error?: CraftgateError) => {
          close(span, observation, error)
          const facts = factsOf(request, observation, error, Math.round(performance.now() - startedAt))
          logger[levelOf(request, error)](`craftgate ${operation.method} ${operation.path}`, facts)
        }
        try {
          const result = await work(observation)
          finish()
          return result
        } catch (thrown) {
          finish(thrown instanceof CallFailure ? thrown.error : undefined)
          throw thrown
        }
      },
    )

  return {
    attempt,
    notSent: (request, error) => {
      const { method, path } = request.operation
      logger.warn(`craftgate ${method} ${path} not sent`, factsOf(request, {}, error))
    },
  }
}
