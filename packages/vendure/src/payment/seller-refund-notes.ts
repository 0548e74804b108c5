import {
  type CraftgateCommerce,
  fromDecimal,
  type Localized,
  type PaymentOperation,
} from '@craftgate-commerce/core'
import { amountIn, itemsView, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { HistoryEntryType, SortOrder } from '@vendure/common/lib/generated-types'
import {
  EventBus,
  HistoryService,
  type ID,
  Order,
  Refund,
  RefundStateTransitionEvent,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { CheckoutContexts, itemsOfPart } from '../order'
import { CheckoutStore, lockRow, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { reasonOf, vendureLogger } from '../vendure-logger'
import { EventListener, type Subscription } from './event-listener'
import { partialKeyOf } from './refund-rows'
import { attemptOf } from './vendure-payment'

/**
 * The money of sellers' orders is on the order that was split, and so are its refunds: the history of each seller's order says how
 * much of this seller's goods went back, and nothing of the others. Written as soon as the refund is settled; what a crash lost
 * is written before the refund's operation is acknowledged. The note carries the operation's key, so that it is there once.
 */
@Injectable()
export class SellerRefundNotes extends EventListener {
  constructor(
    private readonly modules: ModuleRef,
    private readonly events: EventBus,
    private readonly connection: TransactionalConnection,
    private readonly history: HistoryService,
    private readonly contexts: CheckoutContexts,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
  ) {
    super()
  }

  /** Of a refund that stands in Vendure. Throws what the database throws, and CraftgateError. */
  async ensure(operation: PaymentOperation): Promise<void> {
    if (operation.kind !== 'refund') return
    const record = await this.checkouts.find(operation)
    if (record) await this.tell(await this.contexts.of(record), record.order, [operation])
  }

  protected listen(): Subscription | undefined {
    return this.events.ofType(RefundStateTransitionEvent).subscribe(({ ctx, order, refund, toState }) => {
      if (toState === 'Settled') void this.settled(ctx, order, refund)
    })
  }

  private async settled(ctx: RequestContext, order: Order, refund: Refund): Promise<void> {
    try {
      await this.tell(ctx, order.id, await this.operationsOf(ctx, order, refund))
    } catch (error) {
      vendureLogger.warn('Orders of sellers were not told of a refund yet; the reconciliation tells them', {
        order: order.code,
        reason: reasonOf(error),
      })
    }
  }

  private async operationsOf(
    ctx: RequestContext,
    order: Order,
    { id }: Refund,
  ): Promise<readonly PaymentOperation[]> {
    const refunds = this.connection.getRepository(ctx, Refund)
    const { payment, metadata } = await refunds.findOneOrFail({ where: { id }, relations: ['payment'] })
    const attempt = await attemptOf(this.checkouts, payment, order.id)
    const operations = attempt ? await this.operations.of(attempt.payment) : []
    return operations.filter((each) => [each.key, partialKeyOf(each)].includes(metadata?.key))
  }

  private async tell(
    ctx: RequestContext,
    orderId: ID,
    operations: readonly PaymentOperation[],
  ): Promise<void> {
    const orders = this.connection.getRepository(ctx, Order)
    const relations = ['lines', 'lines.productVariant']
    const parts = await orders.find({ where: { aggregateOrderId: orderId }, relations })
    if (parts.length === 0) return
    const split = await orders.findOneOrFail({ where: { id: orderId }, relations })
    for (const operation of operations) await this.tellOf(ctx, { parts, split, operation })
  }

  /** The notes of a refund are written together, so that one of them says of all. */
  private async tellOf(ctx: RequestContext, { parts, split, operation }: Told): Promise<void> {
    const { key } = operation
    if (await this.isTold(ctx, parts, key)) return
    // Core is made of the platform that calls this.
    const facts = await this.modules.get<CraftgateCommerce>(CRAFTGATE, { strict: false }).payment(operation)
    await this.connection.withTransaction(ctx, async (tx) => {
      await lockRow(tx, { connection: this.connection, entity: Order, id: split.id })
      if (await this.isTold(tx, parts, key)) return
      for (const part of parts) {
        const its = itemsOfPart(part, split)
        const { refunded } = itemsView(facts, [operation], (id) => its.has(id))
        const amount = fromDecimal(refunded, facts.price.currency)
        if (amount.minor === 0) continue
        const data = { note: sentenceIn(tx.languageCode, wentBack(amountIn(amount))), craftgateRefund: key }
        const entry = { ctx: tx, orderId: part.id, type: HistoryEntryType.ORDER_NOTE, data } as const
        await this.history.createHistoryEntryForOrder(entry, false)
      }
    })
  }

  private async isTold(ctx: RequestContext, parts: readonly Order[], key: string): Promise<boolean> {
    const filter = { type: { eq: HistoryEntryType.ORDER_NOTE } }
    const newest = { filter, sort: { createdAt: SortOrder.DESC }, take: NOTES }
    for (const { id } of parts) {
      const { items: notes } = await this.history.getHistoryForOrder(ctx, id, false, newest)
      if (notes.some(({ data }) => data.craftgateRefund === key)) return true
    }
    return false
  }
}

/** An order has a handful. */
const NOTES = 100

interface Told {
  readonly parts: readonly Order[]
  /** The order that was split. */
  readonly split: Order
  readonly operation: PaymentOperation
}

const wentBack = (amount: Localized): Localized => ({
  tr: `Bu siparişteki ürünlerin ${amount.tr} tutarı alıcıya iade edildi. İade, bölünen asıl siparişin ödemesinden yapıldı.`,
  en: `${amount.en} of the goods of this order were refunded to the shopper, from the payment of the order that was split.`,
})
