import { type Money, type PaymentOperation, toDecimal } from '@craftgate-commerce/core'
import { movedOf } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  isGraphQlErrorResult,
  Order,
  OrderService,
  Payment,
  type Refund,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { CheckoutContexts, OrderReader, toVendure } from '../order'
import { CheckoutStore, lockRow, retryOnSerializationFailure } from '../storage'
import { withKnownOutcome } from './known-outcomes'
import { partialKeyOf, RefundRows } from './refund-rows'
import { isPaymentOf } from './vendure-payment'

/**
 * Enters in Vendure what became of a payment operation, unless it stands there already: its answer was late, or the
 * transaction that asked for it was rolled back. Returns when Vendure's own row is committed. Throws, with a sentence
 * for the merchant, when the order cannot hold what happened.
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

  async apply(operation: PaymentOperation): Promise<void> {
    const record = await this.checkouts.find(operation)
    if (!record) throw new Error(`No checkout is known that led to payment ${operation.paymentId}`)
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
    if (operation.state !== 'done' || payment.state !== 'Authorized') return
    const settle = () => this.orders.settlePayment(tx, payment.id)
    requireEntered(operation, await withKnownOutcome(tx, { about: 'operation', operation }, settle))
  }

  private async voided(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    const open = payment.state === 'Authorized' || payment.state === 'Settled'
    if (operation.state !== 'done' || !open) return
    const cancel = () => this.orders.cancelPayment(tx, payment.id)
    requireEntered(operation, await withKnownOutcome(tx, { about: 'operation', operation }, cancel))
  }

  /** The key of a refund that never left is used again, so a failed row beside a settled one is not about it. */
  private async refunded(tx: RequestContext, payment: Payment, operation: PaymentOperation): Promise<void> {
    const ours = payment.refunds.filter(({ metadata }) => metadata?.key === operation.key)
    const settled = ours.some(({ state }) => state === 'Settled')
    const pending = ours.find(({ state }) => state === 'Pending')
    if (settled) return
    if (operation.state === 'failed') return this.failed(tx, { payment, pending, operation })
    if (pending) return this.rows.settle(tx, pending, operation)
    await this.add(tx, { payment, operation, key: operation.key, reason: 'Craftgate' })
  }

  private async failed(
    tx: RequestContext,
    { payment, pending, operation }: { payment: Payment; pending?: Refund; operation: PaymentOperation },
  ): Promise<void> {
    if (pending)
      requireEntered(operation, await this.orders.transitionRefundToState(tx, pending.id, 'Failed'))
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
    const left = payment.refunds
      .filter(({ state }) => state !== 'Failed')
      .reduce((rest, { total }) => rest - total, payment.amount)
    return (toVendure(amount, this.reader) ?? 0) <= left
  }
}

type EntryResult = Awaited<
  ReturnType<OrderService['settlePayment' | 'cancelPayment' | 'transitionRefundToState']>
>

function requireEntered({ kind, paymentId }: PaymentOperation, result: EntryResult): void {
  if (!isGraphQlErrorResult(result)) return
  throw new Error(
    `The ${kind} of payment ${paymentId} was made at Craftgate and Vendure refuses to enter it: ${result.message}`,
  )
}

const tooMuch = ({ order }: Payment, { paymentId }: PaymentOperation, amount: Money): string =>
  `${toDecimal(amount)} ${amount.currency} of payment ${paymentId} went back at Craftgate, and order ${order.code} has refunds for the rest of it already: compare the order's refunds with the Craftgate panel`
