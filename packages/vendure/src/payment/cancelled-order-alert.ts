import type { Localized } from '@craftgate-commerce/core'
import { amountIn, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { HistoryEntryType } from '@vendure/common/lib/generated-types'
import {
  EventBus,
  HistoryService,
  type Order,
  OrderStateTransitionEvent,
  Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { chargedFor, OrderReader } from '../order'
import { reasonOf, vendureLogger } from '../vendure-logger'
import { EventListener, type Subscription } from './event-listener'
import { leftOf } from './refund-rows'
import { paymentRefOf } from './vendure-payment'

/**
 * A merchant who cancels a paid order keeps the money: Vendure moves none, and neither do we, because a cancel may come
 * before or after a refund of another amount. So that it is not forgotten, the order's history and the log say once what
 * is still held.
 */
@Injectable()
export class CancelledOrderAlert extends EventListener {
  constructor(
    private readonly events: EventBus,
    private readonly connection: TransactionalConnection,
    private readonly history: HistoryService,
    private readonly reader: OrderReader,
  ) {
    super()
  }

  protected listen(): Subscription | undefined {
    return this.events.ofType(OrderStateTransitionEvent).subscribe(({ ctx, order, toState }) => {
      if (toState === 'Cancelled') void this.look(ctx, order)
    })
  }

  private async look(ctx: RequestContext, order: Order): Promise<void> {
    try {
      await this.connection.withTransaction(ctx, (tx) => this.tell(tx, order))
    } catch (error) {
      vendureLogger.error('Not known whether a cancelled order holds money', {
        order: order.code,
        reason: reasonOf(error),
      })
    }
  }

  private async tell(tx: RequestContext, { id, code, currencyCode }: Order): Promise<void> {
    const payments = await this.connection
      .getRepository(tx, Payment)
      .find({ where: { order: { id } }, relations: ['refunds'] })
    const ours = payments.filter((payment) => paymentRefOf(payment) !== undefined)
    const held = (state: Payment['state']) =>
      ours.filter((payment) => payment.state === state).reduce((sum, payment) => sum + leftOf(payment), 0)
    const [captured, authorized] = [held('Settled'), held('Authorized')]
    if (captured + authorized <= 0) return
    const charged = (amount: number) => chargedFor(amount, currencyCode, this.reader)
    vendureLogger.warn('A cancelled order holds money', {
      order: code,
      captured: amountIn(charged(captured)).en,
      authorized: amountIn(charged(authorized)).en,
    })
    const note = sentenceIn(
      tx.languageCode,
      captured > 0 ? kept(amountIn(charged(captured))) : blocked(amountIn(charged(authorized))),
    )
    const entry = { ctx: tx, orderId: id, type: HistoryEntryType.ORDER_NOTE, data: { note } } as const
    await this.history.createHistoryEntryForOrder(entry, false)
  }
}

const kept = (amount: Localized): Localized => ({
  tr: `Sipariş iptal edildi, alınan ${amount.tr} duruyor. Geri verilecekse ödemeyi iade edin.`,
  en: `The order was cancelled and its ${amount.en} are kept. Refund the payment if they are to go back.`,
})

const blocked = (amount: Localized): Localized => ({
  tr: `Sipariş iptal edildi, kartta ${amount.tr} bloke duruyor. Kaldırmak için ödemeyi iptal edin.`,
  en: `The order was cancelled and ${amount.en} stay blocked on the card. Cancel the payment to lift the block.`,
})
