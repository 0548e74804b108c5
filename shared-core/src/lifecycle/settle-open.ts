import type { MoneyIntent } from '../platform'
import { asItStands, isOpen } from './intent'
import { intentStore } from './intent-store'
import type { LifecycleParts } from './lifecycle'
import type { Run } from './run'
import { runLegs } from './run-legs'

/**
 * Brings the payment's open money calls as far as they get, and returns all its money calls as they stand, oldest
 * first. Runs under the payment's lock. Throws what the shop's store throws.
 */
export async function settleOpen(parts: LifecycleParts, paymentId: number): Promise<readonly MoneyIntent[]> {
  const settled: MoneyIntent[] = []
  for (const intent of oldestFirst(await intentStore(parts.platform, parts.clock).of(paymentId))) {
    settled.push(isOpen(intent) ? await settle(parts, intent) : intent)
  }
  return settled.map(asItStands)
}

function settle(parts: LifecycleParts, intent: MoneyIntent): Promise<MoneyIntent> {
  return runLegs(intent, runOf(parts, intent.merchant, false))
}

/** What running the legs of one merchant's money call needs. */
export function runOf(parts: LifecycleParts, merchant: string, shopWaits: boolean): Run {
  const { platform, clock, logger, options } = parts
  return {
    store: intentStore(platform, clock),
    gateway: parts.gatewayFor(merchant),
    logger,
    clock,
    moneyMs: options.deadlines.moneyMs,
    shopWaits,
  }
}

function oldestFirst(intents: readonly MoneyIntent[]): readonly MoneyIntent[] {
  return [...intents].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}
