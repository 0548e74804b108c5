import { z } from 'zod'
import type { Call } from './call'
import type { CallFailure } from './call-failure'
import { parseExactJson } from './exact-json'
import { type Answer, headerOf } from './exchange'
import { type AttemptIds, declined, invalid, type Refusal, tooMany, unauthorized, unclear } from './failures'
import { retryAfterMs } from './retry-after'
import { safeId } from './safe-text'
import { SENTENCES } from './sentences'

const FIRST_PAYMENT_ERROR = 10_000
/** Answers that come from a gateway or an overloaded server, not from a decision about the request. */
const isTrouble = (status: number): boolean => status >= 500 || status === 408 || status === 425

const refusal = z.object({
  errors: z.object({
    errorCode: z.coerce.string(),
    errorDescription: z.string().nullish(),
    errorGroup: z.string().nullish(),
  }),
})

type Envelope = Record<string, unknown>

const isJson = (answer: Answer): boolean => /json/i.test(headerOf(answer, 'content-type') ?? 'json')

function envelopeOf(answer: Answer): Envelope | undefined {
  if (!isJson(answer) || headerOf(answer, 'content-encoding') !== undefined) return undefined
  try {
    const parsed: unknown = parseExactJson(answer.body.toString('utf8'))
    return z.record(z.string(), z.unknown()).safeParse(parsed).data
  } catch {
    // The parser's message quotes the answer, so it is dropped.
    return undefined
  }
}

function refusalOf(call: Call, answer: Answer): Refusal | undefined {
  const errors = refusal.safeParse(envelopeOf(answer)).data?.errors
  if (errors === undefined) return undefined
  return {
    code: safeId(errors.errorCode) ?? 'unreadable-code',
    description: call.redact(errors.errorDescription ?? ''),
    group: safeId(errors.errorGroup),
  }
}

const unexpected = (call: Call, ids: AttemptIds, status: number, why: string): CallFailure =>
  unclear(
    call,
    ids,
    {
      code: why,
      said: `${call.method} ${call.route.template} got an answer that Craftgate does not give: ${why}, HTTP ${status}`,
      sentence: SENTENCES.unexpected,
      delivery: 'unclear',
    },
    { again: false, outage: false },
  )

/** Only Craftgate's own words prove that it is done with the request; a proxy's do not. */
const endOf = (call: Call, answer: Answer) => ({
  delivery: refusalOf(call, answer) === undefined ? ('unclear' as const) : ('ended' as const),
  retryAfterMs: retryAfterMs(headerOf(answer, 'retry-after')),
})

const trouble = (call: Call, ids: AttemptIds, answer: Answer): CallFailure => {
  const said = refusalOf(call, answer)
  return unclear(
    call,
    ids,
    {
      code: said?.code ?? `http-${answer.status}`,
      said: `${call.method} ${call.route.template} failed at Craftgate: HTTP ${answer.status}`,
      sentence: SENTENCES.trouble,
      group: said?.group,
      ...endOf(call, answer),
    },
    { again: true, outage: true, retryAfterMs: retryAfterMs(headerOf(answer, 'retry-after')) },
  )
}

const concernsSignature = ({ code, description }: Refusal): boolean =>
  Number(code) < FIRST_PAYMENT_ERROR && /signature|imza/i.test(description)

function refused(call: Call, ids: AttemptIds, said: Refusal): CallFailure {
  if (concernsSignature(said)) return unauthorized(call, ids, said.code)
  return Number(said.code) >= FIRST_PAYMENT_ERROR ? declined(call, ids, said) : invalid(call, ids, said)
}

function failureOf(call: Call, ids: AttemptIds, answer: Answer): CallFailure {
  const { status } = answer
  if (status === 429) return tooMany(call, ids, endOf(call, answer))
  if (isTrouble(status)) return trouble(call, ids, answer)
  const said = refusalOf(call, answer)
  if (status === 401 || status === 403) return unauthorized(call, ids, said?.code ?? `http-${status}`)
  if (said !== undefined) return refused(call, ids, said)
  return unexpected(call, ids, status, status < 400 ? 'redirect' : `http-${status}`)
}

function dataOf(call: Call, ids: AttemptIds, answer: Answer): unknown {
  const envelope = envelopeOf(answer)
  if (envelope === undefined) throw unexpected(call, ids, answer.status, 'not-json')
  if ('data' in envelope) return envelope.data
  const said = refusalOf(call, answer)
  if (said !== undefined) throw refused(call, ids, said)
  if (!call.route.answerless) throw unexpected(call, ids, answer.status, 'no-data')
  return undefined
}

/**
 * The `data` of a success, the bytes of a file, or undefined for a success without an answer.
 * Throws CallFailure for everything else.
 */
export function readAnswer(call: Call, ids: AttemptIds, answer: Answer): unknown {
  if (answer.status < 200 || answer.status > 299) throw failureOf(call, ids, answer)
  if (call.binary) return answer.body
  if (answer.body.length > 0) return dataOf(call, ids, answer)
  if (!call.route.answerless) throw unexpected(call, ids, answer.status, 'no-data')
  return undefined
}
