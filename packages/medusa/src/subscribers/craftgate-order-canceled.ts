import type { SubscriberArgs, SubscriberConfig } from '@medusajs/framework'
import { craftgateIn } from '../app-container'
import { UnpaidOrders } from '../payment'

/** What a cancelled order owes is read again in any case; this only ends its attempt, so that no list shows it waiting. */
export default async function craftgateOrderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await new UnpaidOrders(craftgateIn(container), container).end(event.data.id)
}

export const config: SubscriberConfig = { event: 'order.canceled' }
