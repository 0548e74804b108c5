import { type Money, sum } from '../money'
import type { OperationStep, PaymentOperation } from '../platform'

/** Planned, unknown or waiting: the money call is not at its end. */
export function isOpen(operation: PaymentOperation): boolean {
  return operation.state === 'planned' || operation.state === 'unknown' || operation.state === 'waiting'
}

/**
 * What the steps say of the whole call:
 * - a step whose answer is not known makes it unknown;
 * - a refused step makes it failed, once nothing is waiting any more; steps that were not sent stay unsent;
 * - otherwise steps that are still to be sent keep it open, then those that the bank works on; done is the rest.
 */
export function stateOfSteps(steps: readonly OperationStep[]): PaymentOperation['state'] {
  const some = (state: OperationStep['state']) => steps.some((step) => step.state === state)
  if (some('sent')) return 'unknown'
  if (some('failed')) return some('waiting') ? 'waiting' : 'failed'
  if (some('planned')) return steps.every((step) => step.state === 'planned') ? 'planned' : 'unknown'
  return some('waiting') ? 'waiting' : 'done'
}

/** Steps that moved money, or still may. */
export function countingSteps(operation: PaymentOperation): readonly OperationStep[] {
  const live = isOpen(operation)
  return operation.steps.filter((step) => step.state !== 'failed' && (step.state !== 'planned' || live))
}

/** What really moved by now, in the order's price. */
export function movedOf(operation: PaymentOperation): Money {
  const moved = operation.steps.filter((step) => step.state === 'done').map((step) => step.price)
  return sum(moved, operation.amount.currency)
}

/** The operation with this step in place of the one with its key. */
export function withSteps(
  operation: PaymentOperation,
  key: string,
  steps: readonly OperationStep[],
): PaymentOperation {
  return { ...operation, steps: operation.steps.flatMap((step) => (step.key === key ? steps : [step])) }
}
