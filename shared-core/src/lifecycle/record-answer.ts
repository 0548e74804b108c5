import type { IntentLeg, MoneyIntent } from '../platform'
import type { LegAnswer } from './call/leg-call'
import { stateOfLegs, withLegs } from './intent'
import type { Run, Step } from './run'

/** Writes down what became of a leg, and returns the intent as it is stored now. */
export async function recordAnswer(step: Step, answer: LegAnswer): Promise<MoneyIntent> {
  const { intent, leg, run } = step
  const { key, paymentId, kind } = intent
  run.logger.info('Craftgate money call', { key, leg: leg.key, paymentId, kind, answer: answer.is })
  switch (answer.is) {
    case 'done':
      return writeLegs(known(step, answer.cancelled), [{ ...leg, state: 'done', ...idOf(answer, leg) }])
    case 'waiting':
      if (leg.state === 'waiting') return intent
      return writeLegs(known(step), [{ ...leg, state: 'waiting', ...idOf(answer, leg) }])
    case 'failed':
      return writeLegs(withError(step, answer.error), [{ ...leg, state: 'failed' }])
    case 'split':
      return writeLegs(withError(step, answer.error), answer.legs)
    case 'unsent':
      return writeLegs(step, [{ ...leg, state: 'planned' }])
    case 'unclear':
      return answer.refusal === undefined ? intent : writeLegs(withError(step, answer.refusal), [leg])
    case 'absent':
      return intent
  }
}

/** Writes these legs in place of the step's leg, and the state that they make. */
export async function writeLegs(
  { intent, leg, run }: Step,
  legs: readonly IntentLeg[],
): Promise<MoneyIntent> {
  const next = withLegs(intent, leg.key, legs)
  return run.store.update({ ...next, state: stateToStore(next, run) })
}

function stateToStore(intent: MoneyIntent, { shopWaits }: Run): MoneyIntent['state'] {
  const state = stateOfLegs(intent.legs)
  const atItsEnd = state === 'done' || state === 'failed'
  return atItsEnd && !shopWaits ? intent.state : state
}

const idOf = (answer: { readonly refundId?: number }, leg: IntentLeg) => ({
  refundId: answer.refundId ?? leg.refundId,
})

const withError = (step: Step, error: MoneyIntent['error']): Step => ({
  ...step,
  intent: { ...step.intent, error },
})

/** An error that left it open whether the leg happened is forgotten when it did. */
function known(step: Step, cancelled = step.intent.cancelled): Step {
  const error = step.leg.state === 'sent' ? undefined : step.intent.error
  return { ...step, intent: { ...step.intent, cancelled, error } }
}
