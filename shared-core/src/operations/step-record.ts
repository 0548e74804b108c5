// Writes down what becomes of a step: that it was sent, what was answered, what is known of it now.
import type { ErrorFacts } from '../payment/outcome'
import type { OperationStep, PaymentOperation } from '../platform'
import type { ExecutionContext } from './context'
import { replaceStep } from './operation'
import type { Known, StepAnswer } from './step-request'

/** One step of one operation, at work. */
export interface StepContext {
  readonly operation: PaymentOperation
  readonly step: OperationStep
  readonly run: ExecutionContext
}

export function markSent(context: StepContext): Promise<StepContext> {
  const { step, run } = context
  const sentAt = run.clock().toISOString()
  const repeated = step.state === 'sent' ? true : step.repeated
  return write(context, [{ ...step, state: 'sent', sentAt, sentWith: run.fingerprint, repeated }])
}

export async function countServerError(context: StepContext, answer: StepAnswer): Promise<StepContext> {
  if (answer.is !== 'put-off' || answer.serverError === undefined) return context
  const { step } = context
  const before = step.serverError?.code === answer.serverError ? step.serverError.times : 0
  return write(context, [{ ...step, serverError: { code: answer.serverError, times: before + 1 } }])
}

/** What Craftgate refused, while it is not known whether it happened: kept, so that it is not sent again. */
export async function noteRefusal(
  context: StepContext,
  refusal: ErrorFacts | undefined,
): Promise<StepContext> {
  if (refusal === undefined) return context
  return write({ ...context, operation: { ...context.operation, error: refusal } }, [context.step])
}

/** Writes down what became of a step, and returns the operation as it is stored now. */
export async function record(context: StepContext, answer: Known): Promise<PaymentOperation> {
  const { operation, step, run } = context
  const { key, kind } = operation
  const paymentId = 'paymentId' in answer ? (answer.paymentId ?? step.paymentId) : step.paymentId
  run.logger.info('Craftgate payment operation', { key, step: step.key, paymentId, kind, answer: answer.is })
  const as = (change: Partial<PaymentOperation>) => ({ ...context, operation: { ...operation, ...change } })
  // An error that left it open whether the step happened is forgotten when it did.
  const error = step.state === 'sent' ? undefined : operation.error
  const refundId = 'refundId' in answer ? (answer.refundId ?? step.refundId) : step.refundId
  switch (answer.is) {
    case 'done': {
      const cancelled = answer.cancelled ?? operation.cancelled
      const done = { ...step, paymentId, state: 'done' as const, refundId, ...answer.bank }
      return (await write(as({ cancelled, error }), [done])).operation
    }
    case 'waiting':
      if (step.state === 'waiting') return operation
      return (await write(as({ error }), [{ ...step, paymentId, state: 'waiting', refundId }])).operation
    case 'failed':
      return (await write(as({ error: answer.error }), [{ ...step, state: 'failed' }])).operation
    case 'split':
      return (await write(as({ error: answer.error }), answer.steps)).operation
  }
}

/** Writes these steps in place of the step, and the state that they make. */
export async function write(context: StepContext, steps: readonly OperationStep[]): Promise<StepContext> {
  const { operation, step, run } = context
  const stored = await run.store.update(replaceStep(operation, step, steps))
  const [first = step] = steps
  return { operation: stored, step: first, run }
}
