import type { PaymentOperation, PaymentRef } from '../platform'
import type { LifecycleParts } from './lifecycle'
import { isOpen } from './operation'
import { operationStore } from './operation-store'
import type { Run } from './run'
import { runSteps } from './run-steps'

/**
 * Brings the payment's open money calls as far as they get, and returns all its money calls as they stand, oldest
 * first. Runs under the payment's lock. Throws what the shop's store throws.
 */
export async function settleOpen(
  parts: LifecycleParts,
  payment: PaymentRef,
): Promise<readonly PaymentOperation[]> {
  const settled: PaymentOperation[] = []
  for (const operation of oldestFirst(await operationStore(parts.platform, parts.clock).of(payment))) {
    settled.push(isOpen(operation) ? await settle(parts, operation) : operation)
  }
  return settled
}

function settle(parts: LifecycleParts, operation: PaymentOperation): Promise<PaymentOperation> {
  return runSteps(operation, runOf(parts, operation.account))
}

/** What running the steps of an operation needs. */
export function runOf(parts: LifecycleParts, account: string): Run {
  const { platform, clock, logger, options } = parts
  return {
    store: operationStore(platform, clock),
    gateway: parts.gatewayFor(account),
    logger,
    clock,
    moneyMs: options.deadlines.moneyMs,
  }
}

function oldestFirst(operations: readonly PaymentOperation[]): readonly PaymentOperation[] {
  return [...operations].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}
