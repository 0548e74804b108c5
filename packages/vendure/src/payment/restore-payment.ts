import type { CheckoutRecord, PaymentOutcome } from '@craftgate-commerce/core'
import { isRefundScheduled } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { HistoryEntryType } from '@vendure/common/lib/generated-types'
import {
  HistoryService,
  Order,
  OrderLine,
  Payment,
  type RequestContext,
  TransactionalConnection,
  totalCoveredByPayments,
} from '@vendure/core'
import { CheckoutStore, OperationStore } from '../storage'
import { vendureLogger } from '../vendure-logger'
import { AllocatedStock } from './allocated-stock'
import { isPaymentOf } from './vendure-payment'

/** A payment that stands in Vendure, and the order that it was taken for. The order's row is locked. */
interface Taken {
  readonly order: Order
  readonly payment: Payment
  readonly record: CheckoutRecord
}

/**
 * Vendure saves an order late and without a version check, so whoever changes it while a payment is applied may write the
 * state before over it: the order is a cart again (or Cancelled), and its payment may belong to no order. What placing it
 * did stays done: stock is allocated, OrderPlacedEvent and its mail are out. `OrderLockInterceptor` keeps that from
 * happening in the APIs; other plugins and jobs are seen here.
 *
 * An order that costs and holds what was paid becomes the paid order again, without a second allocation or event. Any
 * other keeps the payment, for the merchant to see, and its money goes back.
 */
@Injectable()
export class RestorePayment {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly history: HistoryService,
    private readonly stock: AllocatedStock,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
  ) {}

  /** The payment of ours that fell off its order. */
  async detached(
    tx: RequestContext,
    record: CheckoutRecord,
    outcome: PaymentOutcome,
  ): Promise<Payment | undefined> {
    if (!isHeldKind(outcome)) return undefined
    const ref = { account: record.account, paymentId: outcome.facts.paymentId }
    const rows = await this.connection
      .getRepository(tx, Payment)
      .createQueryBuilder('payment')
      .leftJoinAndSelect('payment.refunds', 'refund')
      .where('payment.orderId IS NULL AND payment.transactionId = :id', { id: String(ref.paymentId) })
      .getMany()
    return rows.find((row) => isPaymentOf(row, ref) && row.metadata?.reference === record.reference)
  }

  async restore(tx: RequestContext, taken: Taken): Promise<'applied' | 'unexpected'> {
    const { order, payment } = taken
    if (isGoingBack(payment)) return 'unexpected'
    if (!order.payments.some(({ id }) => id === payment.id)) await this.relink(tx, order, payment)
    if (await this.mayHold(tx, taken)) {
      await this.place(tx, order, payment)
      return 'applied'
    }
    await this.letGo(tx, order, payment)
    return 'unexpected'
  }

  private async relink(tx: RequestContext, order: Order, payment: Payment): Promise<void> {
    const orders = this.connection.getRepository(tx, Order)
    await orders.createQueryBuilder().relation('payments').of(order.id).add(payment.id)
    order.payments.push(payment)
  }

  private async mayHold(tx: RequestContext, { order, payment, record }: Taken): Promise<boolean> {
    if (order.orderPlacedAt || order.state === 'Cancelled') return false
    const others = order.payments.filter(({ id }) => id !== payment.id)
    const covered = totalCoveredByPayments(new Order({ payments: others }))
    if (order.totalWithTax - covered !== payment.amount) return false
    const { checkouts, operations } = this
    if (await isRefundScheduled({ checkouts, operations }, record, Number(payment.transactionId)))
      return false
    return this.stock.fits(tx, order)
  }

  private async place(tx: RequestContext, order: Order, payment: Payment): Promise<void> {
    const settled = totalCoveredByPayments(order, 'Settled') >= order.totalWithTax
    const state = settled ? 'PaymentSettled' : 'PaymentAuthorized'
    const placed = { state, active: false, orderPlacedAt: payment.createdAt } as const
    await this.connection.getRepository(tx, Order).update(order.id, placed)
    for (const { id, quantity } of order.lines)
      await this.connection.getRepository(tx, OrderLine).update(id, { orderPlacedQuantity: quantity })
    await this.note(tx, order, RESTORED(payment.transactionId))
  }

  /**
   * The payment stays where the merchant looks for it, and covers nothing from now on: a cart can be paid anew while the
   * money is on its way back. The stock is free again.
   */
  private async letGo(tx: RequestContext, order: Order, payment: Payment): Promise<void> {
    Object.assign(payment, { state: 'Cancelled', metadata: { ...payment.metadata, unexpected: true } })
    await this.connection.getRepository(tx, Payment).save(payment, { reload: false })
    await this.stock.release(tx, order)
    await this.note(tx, order, LET_GO(payment.transactionId))
  }

  private async note(tx: RequestContext, order: Order, note: string): Promise<void> {
    vendureLogger.warn(note, { order: order.id })
    const entry = { ctx: tx, orderId: order.id, type: HistoryEntryType.ORDER_NOTE, data: { note } } as const
    await this.history.createHistoryEntryForOrder(entry, false)
  }
}

type HeldKind = Extract<PaymentOutcome, { kind: 'captured' | 'authorized' | 'review' }>

const isHeldKind = (outcome: PaymentOutcome): outcome is HeldKind =>
  outcome.kind === 'captured' || outcome.kind === 'authorized' || outcome.kind === 'review'

const isGoingBack = ({ metadata }: Payment): boolean => metadata?.unexpected === true

/** True when Vendure took this payment, and its order does not hold it as a paid order does. */
export function isLost(order: Order, payment: Payment, outcome: PaymentOutcome): boolean {
  if (!isHeldKind(outcome)) return false
  if (isGoingBack(payment)) return true
  if (!['Settled', 'Authorized'].includes(payment.state)) return false
  return !order.orderPlacedAt || !order.payments.some(({ id }) => id === payment.id)
}

// Both languages: nobody asked for the note, so there is no reader's language.
const RESTORED = (payment: string) =>
  `Sipariş, ${payment} numaralı ödemesi işlenirken değiştirildiği için ödemesini kaybetmişti; yeniden ödendi olarak işaretlendi. / ` +
  `The order had lost its payment ${payment}, because it was changed while the payment was applied; it is marked as paid again.`

const LET_GO = (payment: string) =>
  `Sipariş, ${payment} numaralı ödemesi işlenirken değiştirildi ve artık bu ödemeyi alamıyor; ödeme siparişten sayılmaz ve iade edilir. / ` +
  `The order was changed while its payment ${payment} was applied and can no longer take it; it does not count for the order and is given back.`
