import type { ReconcileReport } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { CancelledOrders } from './cancelled-orders'
import { StaleOperationCleanup } from './stale-operation-cleanup'

/** Asks Craftgate about everything whose end is not known, then sweeps. */
export async function reconcile(container: MedusaContainer): Promise<ReconcileReport> {
  const report = await craftgateIn(container).commerce.reconcile()
  return { ...report, troubles: [...report.troubles, ...(await sweep(container))] }
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
