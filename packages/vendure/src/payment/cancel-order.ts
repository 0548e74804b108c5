import type { CheckoutRecord, Localized } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  isGraphQlErrorResult,
  Order,
  OrderService,
  type Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { CheckoutContexts, OrderReader } from '../order'
import { lockRow, retryOnSerializationFailure } from '../storage'

/** Nothing of it left the shop. */
const UNSENT = new Set(['PaymentAuthorized', 'PaymentSettled', 'ArrangingAdditionalPayment'])

/** Cancels the order whose payment the merchant rejected in its fraud review; the order lost that payment before. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly contexts: CheckoutContexts,
    private readonly reader: OrderReader,
    private readonly orders: OrderService,
  ) {}

  /** As Vendure's "cancel order" with all lines and the shipping: what was allocated is for sale again. */
  async cancel(record: CheckoutRecord, why: Localized): Promise<void> {
    const ctx = await this.contexts.of(record)
    const work = (tx: RequestContext) => this.cancelIn(tx, record.order, why)
    await retryOnSerializationFailure(() => this.connection.withTransaction(ctx, work))
  }

  private async cancelIn(tx: RequestContext, orderId: string, why: Localized): Promise<void> {
    await lockRow(tx, { connection: this.connection, entity: Order, id: orderId })
    const order = await this.reader.read(tx, orderId)
    if (order === undefined || order.active || order.state === 'Cancelled') return
    if (!UNSENT.has(order.state)) throw new Error(`Order ${order.code} is ${order.state}: something was sent`)
    if (order.payments.some(holdsMoney))
      throw new Error(`Order ${order.code} was paid by another payment too`)
    const reason = sentenceIn(tx.languageCode, why)
    const cancelled = await this.orders.cancelOrder(tx, { orderId, reason, cancelShipping: true })
    if (isGraphQlErrorResult(cancelled))
      throw new Error(`Vendure refuses to cancel order ${order.code}: ${cancelled.message}`)
  }
}

const holdsMoney = ({ state }: Payment): boolean => state === 'Authorized' || state === 'Settled'
