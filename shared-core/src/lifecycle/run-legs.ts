import type { Gateway } from '../gateway/gateway'
import type { Logger } from '../logger'
import type { IntentLeg, MoneyIntent } from '../platform'
import { type Absence, absence } from './absence'
import { callFor } from './call/call-for'
import type { LegAnswer, LegCall } from './call/leg-call'
import { REFUND_FAILED } from './call/refund-record'
import { stateOfLegs, withLegs } from './intent'
import type { IntentStore } from './intent-store'

export interface Run {
  readonly store: IntentStore
  readonly gateway: Gateway
  readonly logger: Logger
  readonly clock: () => Date
  /** Our deadline for a call that moves money. */
  readonly moneyMs: number
  /**
   * True when the shop waits for the end in this very call. Otherwise it was left with an open money call, and the
   * intent stays open in the store, with all its legs ended, until the shop was told (see `resume-intents.ts`).
   */
  readonly shopWaits: boolean
}

/**
 * Brings every leg as far as it gets now, one after the other. The first leg that is refused ends the call: what moved
 * stays moved, later legs are not sent. A leg whose answer is not known holds the later ones back.
 * Every step is written down before the next; whatever throws, the store tells where to go on.
 */
export async function runLegs(start: MoneyIntent, run: Run): Promise<MoneyIntent> {
  let intent = start
  for (let at = 0; at < intent.legs.length; at += 1) {
    const leg = intent.legs[at]
    if (leg === undefined || hasEnded(leg, intent)) continue
    intent = await advance(intent, leg, run)
    if (isHeldUp(intent, leg.key)) return intent
  }
  return intent
}

function hasEnded(leg: IntentLeg, { legs }: MoneyIntent): boolean {
  if (leg.state === 'planned') return legs.some(({ state }) => state === 'failed')
  return leg.state === 'done' || leg.state === 'failed'
}

function isHeldUp({ legs }: MoneyIntent, key: string): boolean {
  return legs.some((leg) => leg.key === key && (leg.state === 'sent' || leg.state === 'planned'))
}

async function advance(intent: MoneyIntent, leg: IntentLeg, run: Run): Promise<MoneyIntent> {
  const call = callFor(run.gateway, intent, leg)
  switch (leg.state) {
    case 'planned':
      return send(intent, leg, run)
    case 'waiting':
      return record(intent, leg, await call.follow(), run)
    default:
      return settleSent(intent, leg, await call.ask(), run)
  }
}

async function settleSent(
  intent: MoneyIntent,
  leg: IntentLeg,
  answer: LegAnswer,
  run: Run,
): Promise<MoneyIntent> {
  if (answer.is !== 'absent') return record(intent, leg, answer, run)
  const now = run.clock()
  const verdict: Absence = absence(leg, now, run.moneyMs)
  if (verdict === 'sure') return send(intent, leg, run)
  if (verdict !== 'first-miss') return intent
  return write(intent, leg, [{ ...leg, missedAt: now.toISOString() }], run)
}

async function send(intent: MoneyIntent, leg: IntentLeg, run: Run): Promise<MoneyIntent> {
  const sent: IntentLeg = { ...leg, state: 'sent', sentAt: run.clock().toISOString() }
  const marked = await write(intent, leg, [sent], run)
  const call = callFor(run.gateway, marked, sent)
  const answer = await call.send()
  return record(marked, sent, await secondOpinion(answer, sent, call), run)
}

/**
 * Asks at once when the answer was lost, when a refusal came without a reason, and when a request that was made
 * before is refused: perhaps because the first one did arrive, late.
 */
async function secondOpinion(answer: LegAnswer, leg: IntentLeg, call: LegCall): Promise<LegAnswer> {
  if (answer.is === 'unclear') return orElse(await call.ask(), answer)
  if (answer.is !== 'failed') return answer
  const doubtful = leg.missedAt !== undefined || answer.error.code === REFUND_FAILED
  return doubtful ? orElse(await call.ask(), answer) : answer
}

/** Not knowing, right after sending, tells nothing. */
function orElse(opinion: LegAnswer, answer: LegAnswer): LegAnswer {
  return opinion.is === 'absent' || opinion.is === 'unclear' ? answer : opinion
}

async function record(
  intent: MoneyIntent,
  leg: IntentLeg,
  answer: LegAnswer,
  run: Run,
): Promise<MoneyIntent> {
  const facts = { key: leg.key, paymentId: intent.paymentId, kind: intent.kind, answer: answer.is }
  run.logger.info('Craftgate money call', facts)
  switch (answer.is) {
    case 'done':
      return write(withCancelled(intent, answer.cancelled), leg, [ended(leg, 'done', answer.refundId)], run)
    case 'waiting':
      return write(intent, leg, [ended(leg, 'waiting', answer.refundId)], run)
    case 'failed':
      return write({ ...intent, error: answer.error }, leg, [ended(leg, 'failed')], run)
    case 'split':
      return write({ ...intent, error: answer.error }, leg, answer.legs, run)
    case 'unsent':
      return write(intent, leg, [{ ...leg, state: 'planned' }], run)
    case 'unclear':
    case 'absent':
      return intent
  }
}

function ended(leg: IntentLeg, state: 'done' | 'waiting' | 'failed', refundId = leg.refundId): IntentLeg {
  return { ...leg, state, refundId }
}

function withCancelled(intent: MoneyIntent, cancelled: boolean | undefined): MoneyIntent {
  return cancelled === undefined ? intent : { ...intent, cancelled }
}

function write(
  intent: MoneyIntent,
  leg: IntentLeg,
  legs: readonly IntentLeg[],
  run: Run,
): Promise<MoneyIntent> {
  const next = withLegs(intent, leg.key, legs)
  return run.store.update({ ...next, state: stateToStore(next, run) })
}

function stateToStore(intent: MoneyIntent, { shopWaits }: Run): MoneyIntent['state'] {
  const state = stateOfLegs(intent.legs)
  const atItsEnd = state === 'done' || state === 'failed'
  return atItsEnd && !shopWaits ? intent.state : state
}
