import type { PaymentOperation } from '../platform'
import { absence } from './absence'
import { callFor } from './call/call-for'
import { recordAnswer, writeSteps } from './record-answer'
import type { StepContext } from './run'
import { sendStep } from './send-step'

/**
 * A step that was sent and whose answer is not known is asked about. When it surely did not happen it is sent again,
 * with the same key; but what Craftgate answered with an error is not, it is refused.
 */
export async function settleSent(stepContext: StepContext): Promise<PaymentOperation> {
  const { operation, step, run } = stepContext
  const answer = await callFor(stepContext).ask()
  if (answer.is !== 'absent') return recordAnswer(stepContext, answer)
  const now = run.clock()
  switch (absence(step, now, run.moneyMs)) {
    case 'too-early':
    case 'missed-again-too-soon':
      return operation
    case 'first-miss':
      return writeSteps(stepContext, [{ ...step, notFoundAt: now.toISOString() }])
    case 'sure':
      return operation.error
        ? recordAnswer(stepContext, { is: 'failed', error: operation.error })
        : sendStep(stepContext)
  }
}
