import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { Inject, Injectable } from '@nestjs/common'
import {
  EventBus,
  Fulfillment,
  FulfillmentStateTransitionEvent,
  type ID,
  Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import type { VendureOptions } from '../plugin-options'
import { CheckoutStore } from '../storage'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { reasonOf, vendureLogger } from '../vendure-logger'
import { EventListener, type Subscription } from './event-listener'
import { attemptOf } from './vendure-payment'

/**
 * A fulfillment that came to the state of the option `approveOn` lets go the shares of the sellers whose goods are all
 * delivered. The payment of an order that was split is on the order that the shopper placed.
 */
@Injectable()
export class ShareApprovals extends EventListener {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly events: EventBus,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
  ) {
    super()
  }

  protected listen(): Subscription | undefined {
    if (this.options.sellerOf === undefined || this.options.approveOn === false) return undefined
    return this.events.ofType(FulfillmentStateTransitionEvent).subscribe(({ ctx, fulfillment, toState }) => {
      if (toState === this.options.approveOn) void this.delivered(ctx, fulfillment)
    })
  }

  private async delivered(ctx: RequestContext, { id }: Fulfillment): Promise<void> {
    try {
      const found = await this.connection
        .getRepository(ctx, Fulfillment)
        .findOne({ where: { id }, relations: ['orders'] })
      const placed = new Set((found?.orders ?? []).map((order) => order.aggregateOrderId ?? order.id))
      for (const orderId of placed) await this.approveOf(ctx, orderId)
    } catch (error) {
      const reason = reasonOf(error)
      vendureLogger.warn('Shares of sellers are not approved yet; the reconciliation approves them later', {
        fulfillment: id,
        reason,
      })
    }
  }

  private async approveOf(ctx: RequestContext, orderId: ID): Promise<void> {
    const payments = await this.connection
      .getRepository(ctx, Payment)
      .find({ where: { order: { id: orderId }, state: 'Settled' } })
    for (const row of payments) {
      const attempt = await attemptOf(this.checkouts, row, orderId)
      if (attempt) await this.craftgate.approveDelivered(attempt.record)
    }
  }
}
