import type { IntentLeg, MoneyIntent } from '../platform'
import { REFUNDED_BEFORE } from './call/answers'
import { callFor } from './call/call-for'
import type { LegAnswer, LegCall } from './call/leg-call'
import { REFUND_FAILED } from './call/refund-record'
import { recordAnswer, writeLegs } from './record-answer'
import type { Step } from './run'

/** Marks the leg as sent, sends it, and writes the answer down. */
export async function sendLeg({ intent, leg, run }: Step): Promise<MoneyIntent> {
  const sent: IntentLeg = { ...leg, state: 'sent', sentAt: run.clock().toISOString() }
  const marked = await writeLegs({ intent, leg, run }, [sent])
  const step = { intent: marked, leg: sent, run }
  const call = callFor(step)
  return recordAnswer(step, await secondOpinion(await call.send(), sent, call))
}

/** Asks at once when the answer was lost, and when a refusal may not be the whole story. */
async function secondOpinion(answer: LegAnswer, leg: IntentLeg, call: LegCall): Promise<LegAnswer> {
  if (answer.is === 'unclear') return orElse(await call.ask(), answer)
  if (answer.is !== 'failed') return answer
  const { error } = answer
  // The first request may have arrived after all, late: then it is the reason why this one is refused.
  if (leg.missedAt !== undefined)
    return orElse(await call.ask(), { is: 'unclear', why: error.code, refusal: error })
  const doubtful = error.code === REFUND_FAILED || error.group === REFUNDED_BEFORE
  return doubtful ? orElse(await call.ask(), answer) : answer
}

/** Right after sending, not to be known to Craftgate tells nothing. */
function orElse(opinion: LegAnswer, answer: LegAnswer): LegAnswer {
  return opinion.is === 'absent' || opinion.is === 'unclear' ? answer : opinion
}
