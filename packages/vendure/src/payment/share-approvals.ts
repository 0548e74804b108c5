import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { approvalKeyOf, deliveredLines } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common'
import {
  EventBus,
  Fulfillment,
  FulfillmentStateTransitionEvent,
  type ID,
  Order,
  type OrderLine,
  Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { In } from 'typeorm'
import { externalIdOf } from '../order'
import type { VendureOptions } from '../plugin-options'
import { CheckoutStore } from '../storage'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { vendureLogger } from '../vendure-logger'
import { attemptOf } from './vendure-payment'

/**
 * A fulfillment that came to the state of the option `approveOn` lets go the shares of the sellers whose goods are all
 * delivered. The payment of an order that was split is on the order that the shopper placed; the lines of a seller's part are
 * copies, so they find each other by seller and variant.
 */
@Injectable()
export class ShareApprovals implements OnApplicationBootstrap, OnModuleDestroy {
  private subscription?: { unsubscribe(): void }

  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly events: EventBus,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.sellerOf === undefined || this.options.approveOn === false) return
    this.subscription = this.events
      .ofType(FulfillmentStateTransitionEvent)
      .subscribe(({ ctx, fulfillment, toState }) => {
        if (toState === this.options.approveOn) void this.approve(ctx, fulfillment)
      })
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe()
  }

  private async approve(ctx: RequestContext, { id }: Fulfillment): Promise<void> {
    try {
      const found = await this.connection
        .getRepository(ctx, Fulfillment)
        .findOne({ where: { id }, relations: ['orders'] })
      const placed = new Set((found?.orders ?? []).map((order) => order.aggregateOrderId ?? order.id))
      for (const orderId of placed) await this.approveOf(ctx, orderId, String(id))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      vendureLogger.warn('Shares of sellers are not approved; approve them in the panel', {
        fulfillment: id,
        reason,
      })
    }
  }

  private async approveOf(ctx: RequestContext, orderId: ID, fulfillment: string): Promise<void> {
    const orders = this.connection.getRepository(ctx, Order)
    const relations = ['lines', 'lines.productVariant']
    const order = await orders.findOne({ where: { id: orderId }, relations })
    if (!order) return
    const sold = order.lines.map((line) => ({
      externalId: externalIdOf.line(line.id),
      goods: goodsOf(line),
      quantity: line.quantity,
    }))
    const lines = deliveredLines(sold, await this.deliveredOf(ctx, orderId))
    const payments = await this.connection
      .getRepository(ctx, Payment)
      .find({ where: { order: { id: orderId }, state: 'Settled' } })
    for (const row of lines.length > 0 ? payments : []) {
      const attempt = await attemptOf(this.checkouts, row, orderId)
      if (!attempt) continue
      const key = approvalKeyOf(attempt.payment.paymentId, fulfillment)
      const result = await this.craftgate.approve({ ...attempt.payment, key, lines })
      if (result.state === 'failed' && result.error.code !== 'no-seller') throw new Error(result.message.en)
    }
  }

  /** Pieces of each seller's variant that were delivered of this order and of the parts that it was split into. */
  private async deliveredOf(ctx: RequestContext, orderId: ID): Promise<ReadonlyMap<string, number>> {
    const parts = await this.connection
      .getRepository(ctx, Order)
      .find({ where: { aggregateOrderId: orderId }, select: { id: true } })
    const fulfillments = await this.connection.getRepository(ctx, Fulfillment).find({
      where: {
        orders: { id: In([orderId, ...parts.map(({ id }) => id)]) },
        state: this.options.approveOn as Fulfillment['state'],
      },
      relations: ['lines', 'lines.orderLine', 'lines.orderLine.productVariant'],
    })
    const delivered = new Map<string, number>()
    for (const { quantity, orderLine } of fulfillments.flatMap(({ lines }) => lines))
      delivered.set(goodsOf(orderLine), (delivered.get(goodsOf(orderLine)) ?? 0) + quantity)
    return delivered
  }
}

const goodsOf = ({ sellerChannelId, productVariant }: OrderLine): string =>
  `${sellerChannelId ?? ''}:${productVariant.id}`
