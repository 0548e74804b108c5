// The one place where a failed attempt becomes a CraftgateError.
import { CraftgateError, type Delivery, type MayRetry } from '../errors'
import type { Localized } from '../localized'
import type { Call } from './call'
import { CallFailure, type FailureHints } from './call-failure'
import { describeErrorGroup } from './error-groups'
import { SENTENCES, withDetail } from './sentences'

/** Which attempt this was. Both ids are safe to log. */
export interface AttemptIds {
  readonly requestId: string
  readonly upstreamRequestId?: string
}

/** What Craftgate said was wrong; `description` is struck clean already. */
export interface Refusal {
  readonly code: string
  readonly description: string
  readonly group?: string
}

const NO_HINTS: FailureHints = { again: false, outage: false }

const named = (call: Call): string => `${call.method} ${call.route.template}`

interface Sentence {
  readonly code: string
  readonly said: string
  readonly sentence: Localized
  readonly group?: string
  readonly cause?: Error
  readonly delivery: Delivery
  readonly retryAfterMs?: number
}

const build = (
  kind: CraftgateError['kind'],
  retry: MayRetry,
  ids: AttemptIds | undefined,
  { said, sentence, ...facts }: Sentence,
): CraftgateError =>
  new CraftgateError({ kind, message: said, retry, merchantMessage: sentence, ...facts, ...ids })

/** Nothing left this machine: repeating is safe for any call. */
export const notSent = (
  call: Call,
  code: string,
  sentence: Localized,
  extra: { readonly ids?: AttemptIds; readonly hints?: FailureHints; readonly cause?: Error } = {},
): CallFailure =>
  new CallFailure(
    build('unavailable', 'same-key', extra.ids, {
      code,
      said: `${named(call)} was not sent: ${code}`,
      sentence,
      cause: extra.cause,
      delivery: 'not-sent',
    }),
    extra.hints ?? NO_HINTS,
  )

/** The request may have arrived. A read can be repeated; for anything else the outcome has to be asked for first. */
export function unclear(
  call: Call,
  ids: AttemptIds | undefined,
  what: Sentence,
  hints: FailureHints,
): CallFailure {
  const isRead = call.route.kind === 'read'
  const error = isRead
    ? build('unavailable', 'same-key', ids, what)
    : build('unknown-outcome', 'ask-first', ids, { ...what, sentence: SENTENCES.unknown })
  return new CallFailure(error, hints)
}

/** Craftgate knows neither the key nor the signature. */
export const unauthorized = (call: Call, ids: AttemptIds, code: string): CallFailure =>
  new CallFailure(
    build('unauthorized', 'no', ids, {
      code,
      said: `${named(call)} was refused (${code}): ${SENTENCES.unauthorized.en}`,
      sentence: SENTENCES.unauthorized,
      delivery: 'ended',
    }),
    NO_HINTS,
  )

/** Too many requests; none of this one was done. */
export const tooMany = (
  call: Call,
  ids: AttemptIds,
  { delivery, retryAfterMs }: Pick<Sentence, 'delivery' | 'retryAfterMs'>,
): CallFailure =>
  new CallFailure(
    build('unavailable', 'same-key', ids, {
      code: 'too-many-requests',
      said: `${named(call)} was put off: too many requests`,
      sentence: SENTENCES.busy,
      delivery,
      retryAfterMs,
    }),
    { again: true, outage: false, retryAfterMs },
  )

/** Codes below 10000: the request was wrong, and stays wrong. */
export const invalid = (call: Call, ids: AttemptIds, { code, description }: Refusal): CallFailure =>
  new CallFailure(
    build('invalid-request', 'no', ids, {
      code,
      said: `${named(call)} was refused (${code}): ${description}`,
      sentence: withDetail(SENTENCES['invalid-request'], `${code}: ${description}`),
      delivery: 'ended',
    }),
    NO_HINTS,
  )

/** Codes from 10000: a bank or a rule said no. When the bank did not answer at all, ask before trying again. */
export function declined(call: Call, ids: AttemptIds, { code, description, group }: Refusal): CallFailure {
  const facts = describeErrorGroup(group)
  const error = build('declined', facts.uncertain && call.route.kind === 'money' ? 'ask-first' : 'no', ids, {
    code,
    said: `${named(call)} was declined (${code} ${group ?? 'without group'}): ${description}`,
    sentence: facts.merchant,
    delivery: 'ended',
    group,
  })
  return new CallFailure(error, NO_HINTS)
}

/** A bug on our side. Only the name of the error goes on, because its message may hold anything. */
export const ours = (call: Call, attempts: number, thrown: unknown): CraftgateError => {
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  const said = `${named(call)} failed inside the gateway: ${name}`
  if (attempts === 0) return notSent(call, 'internal', SENTENCES.trouble).error
  return unclear(
    call,
    undefined,
    { code: 'internal', said, sentence: SENTENCES.trouble, delivery: 'unclear' },
    NO_HINTS,
  ).error
}
