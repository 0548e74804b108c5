import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules, OrderWorkflowEvents, PaymentEvents } from '@medusajs/framework/utils'
import type { Craftgate } from '../craftgate'

/**
 * Medusa tells that an order is placed when the workflow that placed it ends. Of one whose server died before that, nobody
 * was ever told: no mail went out, no stock system heard of it. So whoever finished the order tells it.
 */
export async function announcePlaced(
  { logger }: Pick<Craftgate, 'logger'>,
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  logger.warn('An order whose server died while it was placed is paid now; order.placed is sent', { orderId })
  await container.resolve(Modules.EVENT_BUS).emit({ name: OrderWorkflowEvents.PLACED, data: { id: orderId } })
}

/** Of a refund that is recorded without Medusa's own workflow. */
export async function announceRefunded(container: MedusaContainer, paymentId: string): Promise<void> {
  await container.resolve(Modules.EVENT_BUS).emit({ name: PaymentEvents.REFUNDED, data: { id: paymentId } })
}
