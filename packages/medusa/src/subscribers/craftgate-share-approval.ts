import type { SubscriberArgs, SubscriberConfig } from '@medusajs/framework'
import { craftgateIn } from '../app-container'
import { ShareApprovals } from '../payment'

const EVENTS = { delivery: 'delivery.created', shipment: 'shipment.created' } as const

/** Lets go the shares of the sellers whose goods arrived, by the option `approveOn`. */
export default async function craftgateShareApproval({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const craftgate = craftgateIn(container)
  const { approveOn, sellerOf } = craftgate.options
  if (approveOn === false || sellerOf === undefined || event.name !== EVENTS[approveOn]) return
  await new ShareApprovals(craftgate, container).delivered(event.data.id)
}

export const config: SubscriberConfig = { event: Object.values(EVENTS) }
