import type { SubscriberArgs, SubscriberConfig } from '@medusajs/framework'
import { Modules } from '@medusajs/framework/utils'

/** As Medusa's guide shows it: the shopper gets a mail when an order was placed. */
export default async function orderPlaced({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const order = await container.resolve(Modules.ORDER).retrieveOrder(event.data.id)
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: order.email ?? '',
    channel: 'email',
    template: 'order-placed',
    data: { order: order.id },
  })
}

export const config: SubscriberConfig = { event: 'order.placed' }
