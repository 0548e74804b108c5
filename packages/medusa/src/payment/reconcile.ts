import { movedOf, type ReconcileReport } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { asError } from '../as-error'
import { ApplyOperation } from './apply-operation'
import { CancelledOrders } from './cancelled-orders'
import { StaleOperationCleanup } from './stale-operation-cleanup'

const WEEK_MS = 7 * 24 * 3_600_000

/** Asks Craftgate about everything whose end is not known, then sweeps. */
export async function reconcile(container: MedusaContainer): Promise<ReconcileReport> {
  const report = await askCraftgate(container)
  return { ...report, troubles: [...report.troubles, ...(await sweep(container))] }
}

/** Asks Craftgate about everything whose end is not known, then records what moved of refunds that failed half-way. */
export async function askCraftgate(container: MedusaContainer): Promise<ReconcileReport> {
  const report = await craftgateIn(container).commerce.reconcile()
  return { ...report, troubles: [...report.troubles, ...(await recordMovedParts(container))] }
}

/**
 * Finishes what a dead server left half written in Medusa, and lifts what still blocks a card for a cancelled order.
 * It looks at every capture and refund of some days. One sentence for each trouble.
 */
export async function sweep(container: MedusaContainer): Promise<string[]> {
  const now = Date.now()
  const halves = await new StaleOperationCleanup(craftgateIn(container), container).finish(now)
  const blocked = await new CancelledOrders(craftgateIn(container), container).release(now)
  return [...halves, ...blocked]
}

async function recordMovedParts(container: MedusaContainer): Promise<string[]> {
  const { operations, logger } = craftgateIn(container)
  const platform = new ApplyOperation(craftgateIn(container), container)
  const troubles: string[] = []
  for (const operation of await operations.failedRefunds(new Date(Date.now() - WEEK_MS))) {
    if (movedOf(operation).minor === 0) continue
    try {
      await platform.apply(operation)
    } catch (error) {
      const { message: reason } = asError(error)
      logger.error('What moved of a failed refund could not be recorded', { key: operation.key, reason })
      troubles.push(`What moved of refund ${operation.key} could not be recorded: ${reason}`)
    }
  }
  return troubles
}
