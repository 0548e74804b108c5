import type { CheckoutRecord, CraftgateCommerce } from '@craftgate-commerce/core'
import { offlineMethodOf } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { EventBus, type Order, OrderStateTransitionEvent } from '@vendure/core'
import { AWAITING_FUNDS } from '../order'
import { CheckoutStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { reasonOf, vendureLogger } from '../vendure-logger'
import { EventListener, type Subscription } from './event-listener'

/**
 * After the commit: a shopper who chose a transfer, or cash on delivery, pays on no page that was opened before; and of an
 * order that was cancelled no money is recorded any more. Nothing depends on it: a page that stays open pays the order all
 * the same, and what a cancelled order owes is read again.
 */
@Injectable()
export class UnpaidOrders extends EventListener {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly events: EventBus,
    private readonly checkouts: CheckoutStore,
  ) {
    super()
  }

  protected listen(): Subscription | undefined {
    return this.events.ofType(OrderStateTransitionEvent).subscribe(({ order, toState }) => {
      if (toState === AWAITING_FUNDS) void this.end(order, (record) => offlineMethodOf(record) === undefined)
      if (toState === 'Cancelled') void this.end(order, (record) => offlineMethodOf(record) !== undefined)
    })
  }

  private async end(order: Order, isMeant: (record: CheckoutRecord) => boolean): Promise<void> {
    try {
      const open = await this.checkouts.unfinishedOf(String(order.id))
      for (const record of open.filter(isMeant)) await this.craftgate.expire(record)
    } catch (error) {
      vendureLogger.warn('An attempt to pay could not be closed yet', {
        order: order.code,
        reason: reasonOf(error),
      })
    }
  }
}
