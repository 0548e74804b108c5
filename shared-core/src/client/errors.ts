// The one place where a call that failed becomes a CraftgateError.
import type { Operation } from '@craftgate-commerce/openapi/operations'
import { CraftgateError, type Delivery, type MayRetry } from '../errors'
import { CLIENT_ERRORS, withDetail } from '../messages/client-errors'
import type { Localized } from '../messages/localized'
import type { EndReason } from './deadline'
import { describeErrorGroup } from './error-groups'
import type { ExchangeFailure } from './http-exchange'
import type { ProviderError } from './provider-error'

/** The call that failed. */
interface Call {
  readonly operation: Operation
}

/** Which attempt this was. Both ids are safe to log. */
export interface AttemptIds {
  readonly requestId: string
  readonly upstreamRequestId?: string
}

/** What Craftgate said was wrong; `description` is redacted already. */
export interface Refusal {
  readonly code: string
  readonly description: string
  readonly group?: string
  readonly providerError?: ProviderError
}

interface FailureHints {
  /** It is worth another attempt, where another is allowed. */
  readonly again: boolean
  /** Speaks against Craftgate's availability; enough of these open the circuit. */
  readonly outage: boolean
  /** Craftgate asked to wait this long. */
  readonly retryAfterMs?: number
}

/** How one attempt failed: the error that the caller may see, and what retry and breaker must know. */
export class CallFailure extends Error {
  constructor(
    readonly error: CraftgateError,
    readonly hints: FailureHints = { again: false, outage: false },
  ) {
    super(error.message)
  }
}

interface Reason {
  readonly code: string
  readonly message: string
  readonly sentence: Localized
  readonly group?: string
  readonly providerError?: ProviderError
  readonly cause?: Error
  readonly retryAfterMs?: number
}

const build = (
  kind: CraftgateError['kind'],
  retry: MayRetry,
  delivery: Delivery,
  { code, message, sentence, group, providerError, cause, retryAfterMs }: Reason,
  ids?: AttemptIds,
): CraftgateError =>
  new CraftgateError({
    kind,
    code,
    message,
    retry,
    delivery,
    merchantMessage: sentence,
    group,
    providerError,
    cause,
    retryAfterMs,
    requestId: ids?.requestId,
    upstreamRequestId: ids?.upstreamRequestId,
  })

const nameOf = ({ operation }: Call): string => `${operation.method} ${operation.path}`

/** Refused before anything was sent, because its values could do harm. */
export const rejectLocally = (code: 'invalid-path' | 'not-encodable'): CraftgateError =>
  build('invalid-request', 'no', 'not-sent', {
    code,
    message: `Craftgate was not called: ${CLIENT_ERRORS[code].en}`,
    sentence: CLIENT_ERRORS[code],
  })

/** An answer of Craftgate that does not say what it must; it is worth another try. */
export const unreadableAnswer = (what: string, cause: unknown): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-answer',
    message: `Craftgate's answer about ${what} cannot be read`,
    retry: 'same-key',
    delivery: 'ended',
    merchantMessage: CLIENT_ERRORS['unreadable-answer'],
    cause,
  })

interface NotSentDetails {
  readonly ids?: AttemptIds
  readonly hints?: FailureHints
  readonly cause?: Error
}

/** Nothing left this machine: repeating is safe for any call. */
const notSent = (
  call: Call,
  code: string,
  sentence: Localized,
  details: NotSentDetails = {},
): CallFailure => {
  const reason = { code, message: `${nameOf(call)} was not sent: ${code}`, sentence, cause: details.cause }
  return new CallFailure(build('unavailable', 'same-key', 'not-sent', reason, details.ids), details.hints)
}

export const circuitOpen = (call: Call): CallFailure =>
  notSent(call, 'circuit-open', CLIENT_ERRORS['circuit-open'])

export const queueFull = (call: Call): CallFailure => notSent(call, 'queue-full', CLIENT_ERRORS['queue-full'])

/** Its time was over while it waited for its turn. */
export const givenUp = (call: Call, ended: EndReason | undefined): CallFailure =>
  ended === 'timeout'
    ? notSent(call, 'timeout', CLIENT_ERRORS.problem)
    : notSent(call, 'cancelled', CLIENT_ERRORS.cancelled)

interface Unclear extends Reason {
  readonly hints: FailureHints
  readonly delivery?: Delivery
}

/** It may have been done. A read can be repeated; for anything else the outcome has to be asked for first. */
function unclear(call: Call, ids: AttemptIds | undefined, reason: Unclear): CallFailure {
  const { hints, delivery = 'unclear' } = reason
  const error =
    call.operation.class === 'read'
      ? build('unavailable', 'same-key', delivery, reason, ids)
      : build('unknown-outcome', 'ask-first', delivery, { ...reason, sentence: CLIENT_ERRORS.unknown }, ids)
  return new CallFailure(error, hints)
}

const sentenceOf = (code: string, sent: boolean): Localized => {
  if (code === 'cancelled') return CLIENT_ERRORS.cancelled
  if (code === 'too-large') return CLIENT_ERRORS.unexpected
  return sent ? CLIENT_ERRORS.problem : CLIENT_ERRORS.unreachable
}

/** No answer came. What it means depends on whether a byte of the request had left. */
export function noAnswer(
  call: Call,
  ids: AttemptIds,
  failure: ExchangeFailure,
  ended: EndReason | undefined,
): CallFailure {
  const code = failure.code === 'aborted' ? (ended ?? 'cancelled') : failure.code
  const again = code !== 'cancelled' && code !== 'too-large'
  // A bank may need longer than the deadline of a money call while Craftgate itself is well.
  const hints = { again, outage: again && !(code === 'timeout' && call.operation.class === 'money') }
  const sentence = sentenceOf(code, failure.sent)
  if (!failure.sent) return notSent(call, code, sentence, { ids, hints, cause: failure })
  const message = `${nameOf(call)} got no answer: ${code}`
  return unclear(call, ids, { code, message, sentence, cause: failure, hints })
}

/** An answer that Craftgate does not give: whoever gave it, the request may have passed him. */
export const notCraftgates = (call: Call, ids: AttemptIds, code: string, status: number): CallFailure =>
  unclear(call, ids, {
    code,
    message: `${nameOf(call)} got an answer that Craftgate does not give: ${code}, HTTP ${status}`,
    sentence: CLIENT_ERRORS.unexpected,
    hints: { again: false, outage: false },
  })

interface Problem {
  readonly status: number
  /** Absent when it was not Craftgate itself that answered. */
  readonly refusal?: Refusal
  readonly retryAfterMs?: number
}

/** It broke at Craftgate or before; what was asked may have been done. */
export const broken = (
  call: Call,
  ids: AttemptIds,
  { status, refusal, retryAfterMs }: Problem,
): CallFailure =>
  unclear(call, ids, {
    code: refusal?.code ?? `http-${status}`,
    message: `${nameOf(call)} failed at Craftgate: HTTP ${status}`,
    sentence: CLIENT_ERRORS.problem,
    group: refusal?.group,
    retryAfterMs,
    delivery: refusal === undefined ? 'unclear' : 'ended',
    hints: { again: true, outage: true, retryAfterMs },
  })

/** Too many requests; none of this one was done. */
export const tooMany = (call: Call, ids: AttemptIds, { refusal, retryAfterMs }: Problem): CallFailure => {
  const reason = {
    code: 'too-many-requests',
    message: `${nameOf(call)} was put off: too many requests`,
    sentence: CLIENT_ERRORS.busy,
    retryAfterMs,
  }
  const delivery = refusal === undefined ? 'unclear' : 'ended'
  const hints = { again: true, outage: false, retryAfterMs }
  return new CallFailure(build('unavailable', 'same-key', delivery, reason, ids), hints)
}

/** Craftgate knows neither the key nor the signature; for a read also a proxy may say so. */
export const unauthorized = (call: Call, ids: AttemptIds, code: string): CallFailure =>
  new CallFailure(
    build(
      'unauthorized',
      'no',
      'ended',
      {
        code,
        message: `${nameOf(call)} was refused (${code}): ${CLIENT_ERRORS.unauthorized.en}`,
        sentence: CLIENT_ERRORS.unauthorized,
      },
      ids,
    ),
  )

const FIRST_PAYMENT_ERROR = 10_000

/** Codes below 10000: the request was wrong, and stays wrong. Codes from 10000: a bank or a rule said no. */
export function refused(call: Call, ids: AttemptIds, refusal: Refusal): CallFailure {
  const { code, description } = refusal
  if (Number(code) >= FIRST_PAYMENT_ERROR) return declined(call, ids, refusal)
  if (/signature|imza/i.test(description)) return unauthorized(call, ids, code)
  const reason = {
    code,
    message: `${nameOf(call)} was refused (${code}): ${description}`,
    sentence: withDetail(CLIENT_ERRORS['invalid-request'], `${code}: ${description}`),
  }
  return new CallFailure(build('invalid-request', 'no', 'ended', reason, ids))
}

/** When the bank did not answer at all, ask before trying again. */
function declined(call: Call, ids: AttemptIds, refusal: Refusal): CallFailure {
  const { code, description, group, providerError } = refusal
  const facts = describeErrorGroup(group)
  const retry = facts.uncertain && call.operation.class === 'money' ? 'ask-first' : 'no'
  const reason = {
    code,
    message: `${nameOf(call)} was declined (${code} ${group ?? 'without group'}): ${description}`,
    sentence: facts.merchant,
    group,
    providerError,
  }
  return new CallFailure(build('declined', retry, 'ended', reason, ids))
}

/**
 * How a call failed whose earlier request may have been done: that it was refused or not sent the last time says
 * nothing about the earlier one, so ask first.
 */
export function afterUncertain(earlier: CallFailure, last: CallFailure): CallFailure {
  if (last.error.retry === 'ask-first') return last
  if (last.error.retry === 'same-key') return earlier
  return new CallFailure(last.error.with({ retry: 'ask-first' }), last.hints)
}

/** A bug on our side. Only the name of the error goes on, because its message may hold anything. */
export function internal(call: Call, attempts: number, thrown: unknown): CallFailure {
  if (attempts === 0) return notSent(call, 'internal', CLIENT_ERRORS.problem)
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  return unclear(call, undefined, {
    code: 'internal',
    message: `${nameOf(call)} failed inside the client: ${name}`,
    sentence: CLIENT_ERRORS.problem,
    hints: { again: false, outage: false },
  })
}
