import { type CraftgateCommerce, fromDecimal, type Localized } from '@craftgate-commerce/core'
import { amountIn, itemsView, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { HistoryEntryType } from '@vendure/common/lib/generated-types'
import {
  EventBus,
  HistoryService,
  Order,
  Refund,
  RefundStateTransitionEvent,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { itemsOfPart } from '../order'
import { CheckoutStore, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { reasonOf, vendureLogger } from '../vendure-logger'
import { EventListener, type Subscription } from './event-listener'
import { partialKeyOf } from './refund-rows'
import { attemptOf } from './vendure-payment'

/**
 * The money of sellers' orders is on the order that was split, and so are its refunds: the history of each seller's order says how
 * much of this seller's goods went back, and nothing of the others. A note is no record of money: one that cannot be written
 * is logged.
 */
@Injectable()
export class SellerRefundNotes extends EventListener {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly events: EventBus,
    private readonly connection: TransactionalConnection,
    private readonly history: HistoryService,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
  ) {
    super()
  }

  protected listen(): Subscription | undefined {
    return this.events.ofType(RefundStateTransitionEvent).subscribe(({ ctx, order, refund, toState }) => {
      if (toState === 'Settled') void this.settled(ctx, order, refund)
    })
  }

  private async settled(ctx: RequestContext, order: Order, refund: Refund): Promise<void> {
    try {
      const parts = await this.partsOf(ctx, order)
      if (parts.length > 0) await this.tell(ctx, { order, refund, parts })
    } catch (error) {
      vendureLogger.warn('Orders of sellers were not told of a refund', {
        order: order.code,
        reason: reasonOf(error),
      })
    }
  }

  private async partsOf(ctx: RequestContext, { id }: Order): Promise<readonly Order[]> {
    const where = { aggregateOrderId: id }
    const relations = ['lines', 'lines.productVariant']
    return this.connection.getRepository(ctx, Order).find({ where, relations })
  }

  private async tell(ctx: RequestContext, { order, refund, parts }: Settled): Promise<void> {
    const [row, split] = await Promise.all([
      this.connection
        .getRepository(ctx, Refund)
        .findOneOrFail({ where: { id: refund.id }, relations: ['payment'] }),
      this.connection
        .getRepository(ctx, Order)
        .findOneOrFail({ where: { id: order.id }, relations: ['lines', 'lines.productVariant'] }),
    ])
    const attempt = await attemptOf(this.checkouts, row.payment, order.id)
    if (attempt === undefined) return
    const operations = await this.operations.of(attempt.payment)
    const own = operations.filter((each) => [each.key, partialKeyOf(each)].includes(row.metadata?.key))
    const facts = await this.craftgate.payment(attempt.payment)
    for (const part of parts) {
      const its = itemsOfPart(part, split)
      const { refunded } = itemsView(facts, own, (id) => its.has(id))
      const amount = fromDecimal(refunded, facts.price.currency)
      if (amount.minor === 0) continue
      const note = sentenceIn(ctx.languageCode, wentBack(amountIn(amount)))
      const entry = { ctx, orderId: part.id, type: HistoryEntryType.ORDER_NOTE, data: { note } } as const
      await this.history.createHistoryEntryForOrder(entry, false)
    }
  }
}

interface Settled {
  /** The one that was split. */
  readonly order: Order
  readonly refund: Refund
  readonly parts: readonly Order[]
}

const wentBack = (amount: Localized): Localized => ({
  tr: `Bu siparişteki ürünlerin ${amount.tr} tutarı alıcıya iade edildi. İade, bölünen asıl siparişin ödemesinden yapıldı.`,
  en: `${amount.en} of the goods of this order were refunded to the shopper, from the payment of the order that was split.`,
})
