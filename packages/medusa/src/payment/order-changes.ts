import type { MedusaContainer, OrderChangeDTO } from '@medusajs/framework/types'
import { Modules, OrderChangeStatus, OrderChangeType } from '@medusajs/framework/utils'

/** Medusa opens a change for a credit line and confirms it in the same moment: one that is this old is nobody's. */
const STUCK_AFTER_MS = 60_000

/**
 * What is begun and not confirmed of an order: an edit, a return, an exchange, a claim. Meanwhile Medusa writes no refund
 * into the order, though it asks the provider for one: the money would move, and the merchant would read an error.
 */
export async function openChangesOf(container: MedusaContainer, orderId: string): Promise<OrderChangeDTO[]> {
  const status = [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED]
  return container.resolve(Modules.ORDER).listOrderChanges({ order_id: orderId, status })
}

/** Left behind by a crash, or by two refunds at once, of which one confirmed the change of the other. */
export const isStuck = ({ change_type, created_at }: OrderChangeDTO): boolean =>
  String(change_type) === OrderChangeType.CREDIT_LINE &&
  Date.now() - new Date(created_at).getTime() > STUCK_AFTER_MS

/** Versions of the order that a credit line was added for, since a moment. */
export async function creditedVersions(
  container: MedusaContainer,
  orderId: string,
  since: number,
): Promise<ReadonlySet<unknown>> {
  const filters = { order_id: orderId, status: OrderChangeStatus.CONFIRMED }
  const changes = await container.resolve(Modules.ORDER).listOrderChanges(filters, { take: null })
  const isNew = ({ confirmed_at }: OrderChangeDTO) => new Date(confirmed_at ?? 0).getTime() >= since
  return new Set(changes.filter(isNew).map(({ version }) => version))
}
