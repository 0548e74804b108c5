import { type Money, type PaymentOperation, toDecimal } from '@craftgate-commerce/core'
import { movedOf, pendingReason, resultOf, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  Order,
  OrderService,
  Payment,
  type Refund,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { CheckoutContexts, OrderReader, partToVendure } from '../order'
import { CheckoutStore, lockRow, retryOnSerializationFailure } from '../storage'
import { requireEntered, withKnownOutcome } from './known-outcomes'
import { leftOf, nameOf, partialKeyOf, RefundRows } from './refund-rows'
import { isPaymentOf, waitsFor } from './vendure-payment'

/**
 * Enters in Vendure what became of a payment operation, unless it stands there already: it was made after the
 * transaction that asked for it, its answer was late, or that transaction was rolled back. Of one that is still open,
 * what it waits for. Returns when Vendure's own row is committed. Throws, with a sentence for the merchant, when the
 * order cannot hold what happened.
 */
@Injectable()
export class ApplyOperation {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly contexts: CheckoutContexts,
    private readonly orders: OrderService,
    private readonly reader: OrderReader,
    private readonly rows: RefundRows,
  ) {}

  apply(operation: PaymentOperation): Promise<void> {
    return this.inTransaction(operation, (tx, order) => this.enter(tx, order, operation))
  }

  /** True when Vendure's own row of an operation that the payment handler wrote down is committed. */
  isCommitted(operation: PaymentOperation): Promise<boolean> {
    return this.inTransaction(operation, async (tx, order) => {
      const payment = await this.paymentOf(tx, order, operation)
      if (!payment) return false
      if (operation.kind !== 'refund') return waitsFor(payment, operation)
      return payment.refunds.some((refund) => isOf(refund, operation))
    })
  }

  private async inTransaction<T>(
    operation: PaymentOperation,
    work: (tx: RequestContext, orderId: string) => Promise<T>,
  ): Promise<T> {
    const record = await this.checkouts.find(operation)
    if (!record) throw new Error(`No checkout is known that led to payment ${operation.paymentId}`)
    const ctx = await this.contexts.of(record)
    return retryOnSerializationFailure(() =>
      this.connection.withTransaction(ctx, (tx) => work(tx, record.order)),
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

  private async paymentOf(
    tx: RequestContext,
    orderId: string,
    operation: PaymentOperation,
  ): Promise<Payment | undefined> {
    const payments = await this.connection.getRepository(tx, Payment).find({
      where: { order: { id: orderId }, transactionId: String(operation.paymentId) },
      order: { id: 'DESC' },
      relations: ['order', 'refunds'],
    })
    return payments.find((payment) => isPaymentOf(payment, operation))
  }

  private async captured(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    if (payment.state !== 'Authorized') return
    if (operation.state !== 'done') return this.note(tx, payment, operation)
    const settle = () => this.orders.settlePayment(tx, payment.id)
    const settled = await withKnownOutcome(tx, { about: 'operation', operation }, settle)
    requireEntered(nameOf(operation), settled)
  }

  private async voided(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    if (payment.state !== 'Authorized' && payment.state !== 'Settled') return
    if (operation.state !== 'done') return this.note(tx, payment, operation)
    const cancel = () => this.orders.cancelPayment(tx, payment.id)
    const cancelled = await withKnownOutcome(tx, { about: 'operation', operation }, cancel)
    requireEntered(nameOf(operation), cancelled)
  }

  /** Why a capture or void that the payment handler wrote down is not made. */
  private async note(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    if (!waitsFor(payment, operation)) return
    const { language } = payment.metadata.pendingOperation
    payment.errorMessage = sentenceIn(language, pendingReason(resultOf(operation)))
    await this.connection.getRepository(tx, Payment).save(payment, { reload: false })
  }

  /** The key of a refund that never left is used again, so a failed row beside a settled one is not about it. */
  private async refunded(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    const ours = payment.refunds.filter((refund) => isOf(refund, operation))
    if (ours.some(({ state }) => state === 'Settled')) return
    const pending = ours.find(({ state }) => state === 'Pending')
    if (operation.state === 'failed') return this.failed(tx, { payment, pending, operation })
    if (operation.state !== 'done') return pending && this.rows.note(tx, pending, operation)
    if (pending) return this.rows.end(tx, pending, operation)
    await this.add(tx, { payment, operation, key: operation.key, reason: 'Craftgate' })
  }

  private async failed(
    tx: RequestContext,
    { payment, pending, operation }: { payment: Payment; pending?: Refund; operation: PaymentOperation },
  ): Promise<void> {
    if (pending) await this.rows.end(tx, pending, operation)
    const key = partialKeyOf(operation)
    const isBooked = payment.refunds.some(({ metadata }) => metadata?.key === key)
    if (movedOf(operation).minor === 0 || isBooked) return
    const refunds = payment.refunds.filter((refund) => refund !== pending)
    const reason = pending?.reason ?? 'Craftgate'
    await this.add(tx, { payment: Object.assign(payment, { refunds }), operation, key, reason })
  }

  /** Craftgate refunded, and Vendure lost its row before it was committed: it is written now. */
  private async add(
    tx: RequestContext,
    refund: { payment: Payment; operation: PaymentOperation; key: string; reason: string },
  ): Promise<void> {
    const { payment, operation } = refund
    const amount = movedOf(operation)
    if (amount.minor === 0) return
    if (!this.fits(payment, amount)) throw new Error(tooMuch(payment, operation, amount))
    await this.rows.add(tx, { ...refund, amount })
  }

  private fits(payment: Payment, amount: Money): boolean {
    const left = leftOf(payment)
    return (partToVendure(amount, left, this.reader) ?? 0) <= left
  }
}

const isOf = ({ metadata }: Refund, { key }: PaymentOperation): boolean => metadata?.key === key

const tooMuch = ({ order }: Payment, { paymentId }: PaymentOperation, amount: Money): string =>
  `${toDecimal(amount)} ${amount.currency} of payment ${paymentId} went back at Craftgate, and order ${order.code} has refunds for the rest of it already: compare the order's refunds with the Craftgate panel`
