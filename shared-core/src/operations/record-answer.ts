import type { OperationStep, PaymentOperation } from '../platform'
import type { StepAnswer } from './call/step-call'
import { stateOfSteps, withSteps } from './operation'
import type { StepContext } from './run'

/** Writes down what became of a step, and returns the operation as it is stored now. */
export async function recordAnswer(stepContext: StepContext, answer: StepAnswer): Promise<PaymentOperation> {
  const { operation, step, run } = stepContext
  const { key, paymentId, kind } = operation
  run.logger.info('Craftgate money call', { key, step: step.key, paymentId, kind, answer: answer.is })
  switch (answer.is) {
    case 'done':
      return writeSteps(known(stepContext, answer.cancelled), [
        { ...step, state: 'done', ...idOf(answer, step) },
      ])
    case 'waiting':
      if (step.state === 'waiting') return operation
      return writeSteps(known(stepContext), [{ ...step, state: 'waiting', ...idOf(answer, step) }])
    case 'failed':
      return writeSteps(withError(stepContext, answer.error), [{ ...step, state: 'failed' }])
    case 'split':
      return writeSteps(withError(stepContext, answer.error), answer.steps)
    case 'unsent':
      return writeSteps(stepContext, [{ ...step, state: 'planned' }])
    case 'unclear':
      return answer.refusal === undefined
        ? operation
        : writeSteps(withError(stepContext, answer.refusal), [step])
    case 'absent':
      return operation
  }
}

/** Writes these steps in place of the step's step, and the state that they make. */
export async function writeSteps(
  { operation, step, run }: StepContext,
  steps: readonly OperationStep[],
): Promise<PaymentOperation> {
  const next = withSteps(operation, step.key, steps)
  return run.store.update({ ...next, state: stateOfSteps(next.steps) })
}

const idOf = (answer: { readonly refundId?: number }, step: OperationStep) => ({
  refundId: answer.refundId ?? step.refundId,
})

const withError = (stepContext: StepContext, error: PaymentOperation['error']): StepContext => ({
  ...stepContext,
  operation: { ...stepContext.operation, error },
})

/** An error that left it open whether the step happened is forgotten when it did. */
function known(stepContext: StepContext, cancelled = stepContext.operation.cancelled): StepContext {
  const error = stepContext.step.state === 'sent' ? undefined : stepContext.operation.error
  return { ...stepContext, operation: { ...stepContext.operation, cancelled, error } }
}
