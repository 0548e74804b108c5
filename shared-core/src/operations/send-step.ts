import type { OperationStep, PaymentOperation } from '../platform'
import { REFUNDED_BEFORE } from './call/answers'
import { callFor } from './call/call-for'
import { REFUND_FAILED } from './call/refund-record'
import type { StepAnswer, StepCall } from './call/step-call'
import { recordAnswer, writeSteps } from './record-answer'
import type { StepContext } from './run'

/** Marks the step as sent, sends it, and writes the answer down. */
export async function sendStep({ operation, step, run }: StepContext): Promise<PaymentOperation> {
  const sent: OperationStep = { ...step, state: 'sent', sentAt: run.clock().toISOString() }
  const marked = await writeSteps({ operation, step, run }, [sent])
  const stepContext = { operation: marked, step: sent, run }
  const call = callFor(stepContext)
  return recordAnswer(stepContext, await secondOpinion(await call.send(), sent, call))
}

/** Asks at once when the answer was lost, and when a refusal may not be the whole story. */
async function secondOpinion(answer: StepAnswer, step: OperationStep, call: StepCall): Promise<StepAnswer> {
  if (answer.is === 'unclear') return orElse(await call.ask(), answer)
  if (answer.is !== 'failed') return answer
  const { error } = answer
  // The first request may have arrived after all, late: then it is the reason why this one is refused.
  if (step.notFoundAt !== undefined)
    return orElse(await call.ask(), { is: 'unclear', why: error.code, refusal: error })
  const doubtful = error.code === REFUND_FAILED || error.group === REFUNDED_BEFORE
  return doubtful ? orElse(await call.ask(), answer) : answer
}

/** Right after sending, not to be known to Craftgate tells nothing. */
function orElse(opinion: StepAnswer, answer: StepAnswer): StepAnswer {
  return opinion.is === 'absent' || opinion.is === 'unclear' ? answer : opinion
}
