import { movedOf, type ReconcileReport } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from './app-container'
import { CancelledOrders, HalfWritten, SettleIntent } from './payment'

const WEEK_MS = 7 * 24 * 3_600_000

/**
 * Asks Craftgate about everything whose end was not told, then enters what moved of refunds that failed half-way, what
 * a dead server left half written, and what still blocks a card for a cancelled order.
 */
export async function reconcile(container: MedusaContainer): Promise<ReconcileReport> {
  const report = await craftgateIn(container).commerce.reconcile()
  const moved = await enterMovedParts(container)
  const halves = await new HalfWritten(craftgateIn(container), container).finish(Date.now())
  const blocked = await new CancelledOrders(craftgateIn(container), container).release(Date.now())
  return { ...report, troubles: [...report.troubles, ...moved, ...halves, ...blocked] }
}

async function enterMovedParts(container: MedusaContainer): Promise<string[]> {
  const { intents, logger } = craftgateIn(container)
  const settling = new SettleIntent(craftgateIn(container), container)
  const troubles: string[] = []
  for (const intent of await intents.failedRefunds(new Date(Date.now() - WEEK_MS))) {
    if (movedOf(intent).minor === 0) continue
    try {
      await settling.settled(intent)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.error('What moved of a failed refund could not be entered', { key: intent.key, reason })
      troubles.push(`What moved of refund ${intent.key} could not be entered: ${reason}`)
    }
  }
  return troubles
}
