import type { PaymentOperation } from '../platform'
import type { LifecycleParts } from './lifecycle'
import { asItStands, isOpen } from './operation'
import { operationStore } from './operation-store'
import type { Run } from './run'
import { runSteps } from './run-steps'

/**
 * Brings the payment's open money calls as far as they get, and returns all its money calls as they stand, oldest
 * first. Runs under the payment's lock. Throws what the shop's store throws.
 */
export async function settleOpen(
  parts: LifecycleParts,
  paymentId: number,
): Promise<readonly PaymentOperation[]> {
  const settled: PaymentOperation[] = []
  for (const operation of oldestFirst(await operationStore(parts.platform, parts.clock).of(paymentId))) {
    settled.push(isOpen(operation) ? await settle(parts, operation) : operation)
  }
  return settled.map(asItStands)
}

function settle(parts: LifecycleParts, operation: PaymentOperation): Promise<PaymentOperation> {
  return runSteps(operation, runOf(parts, operation.merchant, false))
}

/** What running the steps of one merchant's money call needs. */
export function runOf(parts: LifecycleParts, merchant: string, shopWaits: boolean): Run {
  const { platform, clock, logger, options } = parts
  return {
    store: operationStore(platform, clock),
    client: parts.clientFor(merchant),
    logger,
    clock,
    moneyMs: options.deadlines.moneyMs,
    shopWaits,
  }
}

function oldestFirst(operations: readonly PaymentOperation[]): readonly PaymentOperation[] {
  return [...operations].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}
