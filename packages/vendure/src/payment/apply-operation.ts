import { movedOf, type PaymentOperation, refundIdsOf } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import {
  isGraphQlErrorResult,
  Order,
  OrderService,
  Payment,
  PaymentService,
  type Refund,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { CheckoutContexts, OrderReader, toVendure } from '../order'
import { CheckoutStore, lockRow, retryOnSerializationFailure } from '../storage'
import { vendureLogger } from '../vendure-logger'
import { withKnownOutcome } from './known-outcomes'
import { PartialRefunds } from './refund-rows'

/** Enters in Vendure how a payment operation ended that had to be left pending. Doing it twice changes nothing. */
@Injectable()
export class ApplyOperation {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly contexts: CheckoutContexts,
    private readonly orders: OrderService,
    private readonly payments: PaymentService,
    private readonly reader: OrderReader,
    private readonly partial: PartialRefunds,
  ) {}

  async apply(operation: PaymentOperation): Promise<void> {
    const record = await this.checkouts.find({ paymentId: operation.paymentId })
    if (!record) return
    const ctx = await this.contexts.of(record)
    await retryOnSerializationFailure(() =>
      this.connection.withTransaction(ctx, (tx) => this.enter(tx, record.order, operation)),
    )
  }

  /** Money that no order could take has no payment in Vendure, so there is nothing to enter. */
  private async enter(tx: RequestContext, orderId: string, operation: PaymentOperation): Promise<void> {
    await lockRow(tx, { connection: this.connection, entity: Order, id: orderId })
    const found = await this.paymentOf(tx, orderId, operation)
    if (!found) return
    await lockRow(tx, { connection: this.connection, entity: Payment, id: found.id })
    const payment = (await this.paymentOf(tx, orderId, operation)) ?? found
    switch (operation.kind) {
      case 'capture':
        return this.captured(tx, payment, operation)
      case 'void':
        return this.voided(tx, payment, operation)
      case 'refund':
        return this.refunded(tx, payment, operation)
    }
  }

  private paymentOf(
    tx: RequestContext,
    orderId: string,
    { paymentId }: PaymentOperation,
  ): Promise<Payment | null> {
    return this.connection.getRepository(tx, Payment).findOne({
      where: { order: { id: orderId }, transactionId: String(paymentId) },
      order: { id: 'DESC' },
      relations: ['order', 'refunds'],
    })
  }

  private async captured(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    if (operation.state !== 'done' || payment.state !== 'Authorized') return
    await withKnownOutcome(tx, { about: 'operation', operation }, () =>
      this.orders.settlePayment(tx, payment.id),
    )
  }

  private async voided(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    const open = payment.state === 'Authorized' || payment.state === 'Settled'
    if (operation.state !== 'done' || !open) return
    await withKnownOutcome(tx, { about: 'operation', operation }, () =>
      this.orders.cancelPayment(tx, payment.id),
    )
  }

  private async refunded(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    const refund = payment.refunds.find(({ metadata }) => metadata?.key === operation.key)
    if (!refund) return this.recover(tx, payment, operation)
    if (refund.state !== 'Pending') return
    if (operation.state === 'done') return this.finish(tx, refund, operation)
    if (operation.state === 'failed') await this.fail(tx, { payment, refund, operation })
  }

  private async finish(tx: RequestContext, refund: Refund, operation: PaymentOperation): Promise<void> {
    await this.orders.settleRefund(tx, { id: refund.id, transactionId: refundIdsOf(operation) })
  }

  private async fail(
    tx: RequestContext,
    { payment, refund, operation }: { payment: Payment; refund: Refund; operation: PaymentOperation },
  ): Promise<void> {
    await this.orders.transitionRefundToState(tx, refund.id, 'Failed')
    const amount = movedOf(operation)
    if (amount.minor > 0) await this.partial.book(tx, { payment, operation, amount, reason: refund.reason })
  }

  /** Craftgate refunded, and Vendure lost its record before it was committed: it is written now. */
  private async recover(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    const amount = toVendure(movedOf(operation), this.reader)
    if (!amount) return
    const input = {
      paymentId: payment.id,
      amount,
      reason: 'Craftgate',
      shipping: 0,
      adjustment: 0,
      lines: [],
    }
    const refund = await withKnownOutcome(tx, { about: 'operation', operation }, () =>
      this.payments.createRefund(tx, input, payment.order, payment),
    )
    if (isGraphQlErrorResult(refund)) {
      vendureLogger.error('A refund made at Craftgate could not be entered', { key: operation.key, amount })
    }
  }
}
