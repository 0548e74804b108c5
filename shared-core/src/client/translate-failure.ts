import type { Call } from './call'
import type { CallFailure } from './call-failure'
import type { ExchangeFailure } from './exchange'
import { type AttemptIds, notSent, unclear } from './failures'
import { SENTENCES } from './sentences'
import type { EndReason } from './time-limit'

const codeOf = (failure: ExchangeFailure, ended: EndReason | undefined): string =>
  failure.code === 'aborted' ? (ended ?? 'cancelled') : failure.code

// A bank may need longer than the deadline of a money call while Craftgate itself is well.
const isOutage = (call: Call, code: string): boolean =>
  code !== 'cancelled' && code !== 'too-large' && !(code === 'timeout' && call.route.kind === 'money')

const sentenceOf = (code: string, sent: boolean) => {
  if (code === 'cancelled') return SENTENCES.cancelled
  if (code === 'too-large') return SENTENCES.unexpected
  return sent ? SENTENCES.trouble : SENTENCES.unreachable
}

/** An attempt without an answer. What it may mean depends on whether a byte of the request had left. */
export function translateFailure(
  call: Call,
  ids: AttemptIds,
  failure: ExchangeFailure,
  ended: EndReason | undefined,
): CallFailure {
  const code = codeOf(failure, ended)
  const hints = { again: code !== 'cancelled' && code !== 'too-large', outage: isOutage(call, code) }
  const sentence = sentenceOf(code, failure.sent)
  if (!failure.sent) return notSent(call, code, sentence, { ids, hints, cause: failure })
  const said = `${call.method} ${call.route.template} got no answer: ${code}`
  return unclear(call, ids, { code, said, sentence, cause: failure, delivery: 'unclear' }, hints)
}
