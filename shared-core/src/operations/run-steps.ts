import type { OperationStep, PaymentOperation } from '../platform'
import { callFor } from './call/call-for'
import { recordAnswer } from './record-answer'
import type { Run, StepContext } from './run'
import { sendStep } from './send-step'
import { settleSent } from './settle-sent'

/**
 * Brings every step as far as it gets now, one after the other. The first step that is refused ends the call: what moved
 * stays moved, later steps are not sent. A step whose answer is not known holds the later ones back.
 * Every step is written down before the next; whatever throws, the store tells where to go on.
 */
export async function runSteps(start: PaymentOperation, run: Run): Promise<PaymentOperation> {
  let operation = start
  for (let at = 0; at < operation.steps.length; at += 1) {
    const step = operation.steps[at]
    if (step === undefined || hasEnded(step, operation)) continue
    operation = await advance({ operation, step, run })
    if (isHeldUp(operation, step.key)) return operation
  }
  return operation
}

function hasEnded(step: OperationStep, { steps }: PaymentOperation): boolean {
  if (step.state === 'planned') return steps.some(({ state }) => state === 'failed')
  return step.state === 'done' || step.state === 'failed'
}

function isHeldUp({ steps }: PaymentOperation, key: string): boolean {
  return steps.some((step) => step.key === key && (step.state === 'sent' || step.state === 'planned'))
}

async function advance(stepContext: StepContext): Promise<PaymentOperation> {
  if (stepContext.step.state === 'planned') return sendStep(stepContext)
  if (stepContext.step.state === 'sent') return settleSent(stepContext)
  return recordAnswer(stepContext, await callFor(stepContext).follow())
}
