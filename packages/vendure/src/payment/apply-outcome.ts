import type { ApplyResult, CheckoutRecord, PaymentFacts, PaymentOutcome } from '@craftgate-commerce/core'
import {
  applyOutcome,
  followPayment,
  type HeldOutcome,
  isRefundScheduled,
  isTaken,
} from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  CustomerService,
  isGraphQlErrorResult,
  Order,
  OrderService,
  type Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import {
  AWAITING_FUNDS,
  CheckoutContexts,
  chargedFor,
  factsOf,
  isPayable,
  leftToPay,
  OrderReader,
  takesMoney,
} from '../order'
import { CheckoutStore, lockRow, OperationStore, retryOnSerializationFailure } from '../storage'
import { reasonOf, vendureLogger } from '../vendure-logger'
import { AdditionalPayment } from './additional-payment'
import { type Entered, requireEntered, withKnownOutcome } from './known-outcomes'
import { isLost, RestorePayment } from './restore-payment'
import { isPaymentOf, transactionIdOf } from './vendure-payment'

type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

/** Vendure took the payment but would not place the order; everything is rolled back and the money goes back. */
class OrderRefused extends Error {
  override readonly name = 'OrderRefused'
}

const UNPAID = new Set(['AddingItems', 'ArrangingPayment', 'ArrangingAdditionalPayment', AWAITING_FUNDS])

/** Moves the order by what Craftgate said: one transaction whose first statement locks the order's row. */
@Injectable()
export class ApplyOutcome {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly contexts: CheckoutContexts,
    private readonly reader: OrderReader,
    private readonly orders: OrderService,
    private readonly customers: CustomerService,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
    private readonly additional: AdditionalPayment,
    private readonly lost: RestorePayment,
  ) {}

  async apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    const ctx = await this.contexts.of(record)
    try {
      const work = (tx: RequestContext) => this.move(tx, record, outcome)
      const applied = await retryOnSerializationFailure(() => this.connection.withTransaction(ctx, work))
      if (applied === 'applied') await this.saveAddresses(ctx, record)
      return applied
    } catch (error) {
      if (!(error instanceof OrderRefused)) throw error
      vendureLogger.warn('The order refused a payment; its money goes back', {
        order: record.order,
        reason: error.message,
      })
      return 'unexpected'
    }
  }

  /** The payment is on the order, once whoever moves the order now is done. */
  async holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean> {
    const ctx = await this.contexts.of(record)
    return this.connection.withTransaction(ctx, async (tx) => {
      await lockRow(tx, { connection: this.connection, entity: Order, id: record.order })
      const order = await this.reader.read(tx, record.order)
      return order !== undefined && paymentIn(order, record, outcome) !== undefined
    })
  }

  private async move(
    tx: RequestContext,
    record: CheckoutRecord,
    outcome: PaymentOutcome,
  ): Promise<ApplyResult> {
    await lockRow(tx, { connection: this.connection, entity: Order, id: record.order })
    const order = await this.reader.read(tx, record.order)
    const payment =
      order && (paymentIn(order, record, outcome) ?? (await this.lost.detached(tx, record, outcome)))
    if (payment) {
      if (isLost(order, payment, outcome)) return this.lost.restore(tx, { order, payment, record })
      return this.follow(tx, payment, { record, outcome })
    }
    return applyOutcome(outcome, {
      accept: async (accepted) =>
        order ? this.take(tx, order, { record, outcome: accepted }) : withoutOrder(record),
      decline: async (declined) =>
        order ? this.noteDecline(tx, order, { record, outcome: declined }) : 'already',
    })
  }

  private follow(
    tx: RequestContext,
    payment: Payment,
    known: { record: CheckoutRecord; outcome: PaymentOutcome },
  ): Promise<ApplyResult> {
    const what = `The ${known.outcome.kind === 'captured' ? 'capture' : 'cancellation'} of payment ${payment.transactionId}`
    const enter = async (work: () => Promise<Entered>) =>
      requireEntered(what, await withKnownOutcome(tx, { about: 'payment', ...known }, work))
    return followPayment(
      {
        isOpen: payment.state === 'Authorized',
        capture: () => enter(() => this.orders.settlePayment(tx, payment.id)),
        cancel: async () => {
          await enter(() => this.orders.cancelPayment(tx, payment.id))
          await this.reopen(tx, known.record.order)
        },
      },
      known.outcome,
    )
  }

  /** The order waits for another payment, or for the merchant to cancel it. */
  private async reopen(tx: RequestContext, orderId: string): Promise<void> {
    const moved = await this.orders.transitionToState(tx, orderId, 'ArrangingAdditionalPayment')
    if (isGraphQlErrorResult(moved))
      vendureLogger.warn('An order lost its payment and could not be reopened', { order: orderId })
  }

  private async take(
    tx: RequestContext,
    order: Order,
    { record, outcome }: { record: CheckoutRecord; outcome: HeldOutcome },
  ): Promise<ApplyResult> {
    if (!(await this.fits(order, record, outcome.facts))) return 'unexpected'
    if (!(await this.arrange(tx, order))) return 'unexpected'
    const { method } = factsOf(record)
    const added = await withKnownOutcome(tx, { about: 'payment', record, outcome }, () =>
      this.orders.addPaymentToOrder(tx, order.id, { method, metadata: {} }),
    )
    if (isGraphQlErrorResult(added)) return this.refusedBy(added.errorCode, record)
    await this.refuseUnplaced(tx, order, { record, outcome })
    return 'applied'
  }

  /** The order still costs exactly this, and nobody has begun to give the money back. */
  private async fits(order: Order, record: CheckoutRecord, facts: PaymentFacts): Promise<boolean> {
    const left = leftToPay(order)
    if (!takesMoney(order) || left <= 0 || order.currencyCode !== facts.price.currency) return false
    if (chargedFor(left, order.currencyCode, this.reader).minor !== facts.price.minor) return false
    const { checkouts, operations } = this
    return !(await isRefundScheduled({ checkouts, operations }, record, facts.paymentId))
  }

  /** A shopper who stepped back to the cart and changed nothing is still paying. */
  private async arrange(tx: RequestContext, order: Order): Promise<boolean> {
    if (order.state !== 'AddingItems') return true
    return !isGraphQlErrorResult(await this.orders.transitionToState(tx, order.id, 'ArrangingPayment'))
  }

  private refusedBy(reason: string, { order }: CheckoutRecord): ApplyResult {
    vendureLogger.warn('The order can not take this payment; its money goes back', { order, reason })
    return 'unexpected'
  }

  /** Vendure ignores that an order refused to be placed, so its state is read again. */
  private async refuseUnplaced(
    tx: RequestContext,
    before: Order,
    { record, outcome }: { record: CheckoutRecord; outcome: HeldOutcome },
  ): Promise<void> {
    const order = await this.reader.read(tx, before.id)
    const payment = order?.payments.find((each) => isAbout(each, record, outcome))
    if (!order || !payment) throw new OrderRefused('the payment is not on the order')
    const state =
      order.state === 'ArrangingAdditionalPayment'
        ? await this.additional.finish(tx, order, payment)
        : order.state
    if (UNPAID.has(state)) throw new OrderRefused(`the order stays in ${state}`)
  }

  private async noteDecline(
    tx: RequestContext,
    order: Order,
    { record, outcome }: { record: CheckoutRecord; outcome: Declined },
  ): Promise<ApplyResult> {
    if (!isPayable(order) || order.state === 'AddingItems') return 'already'
    const { method } = factsOf(record)
    const added = await withKnownOutcome(tx, { about: 'payment', record, outcome }, () =>
      this.orders.addPaymentToOrder(tx, order.id, { method, metadata: {} }),
    )
    if (isGraphQlErrorResult(added) && added.errorCode !== 'PAYMENT_DECLINED_ERROR')
      throw new Error(`Vendure refuses to enter a declined payment: ${added.message}`)
    return 'applied'
  }

  /** As the Shop API does after a payment. The payment stands whatever comes of it. */
  private async saveAddresses(ctx: RequestContext, record: CheckoutRecord): Promise<void> {
    try {
      const order = await this.reader.read(ctx, record.order)
      if (order && !order.active) await this.customers.createAddressesForNewCustomer(ctx, order)
    } catch (error) {
      vendureLogger.warn('The address of a new customer was not saved', {
        order: record.order,
        reason: reasonOf(error),
      })
    }
  }
}

/** An order that took the money, and was deleted since, is the shop's own affair. */
const withoutOrder = ({ state }: CheckoutRecord): ApplyResult => (isTaken(state) ? 'already' : 'unexpected')

/** The payment that this outcome is about. A declined one does not count when Craftgate took the money after all. */
function paymentIn(order: Order, record: CheckoutRecord, outcome: PaymentOutcome): Payment | undefined {
  const paid = outcome.kind !== 'declined'
  return order.payments.find(
    (payment) =>
      isAbout(payment, record, outcome) && !(paid && ['Declined', 'Error'].includes(payment.state)),
  )
}

/** A decline without a payment is known by its attempt. */
function isAbout(payment: Payment, record: CheckoutRecord, outcome: PaymentOutcome): boolean {
  const facts = 'facts' in outcome ? outcome.facts : undefined
  if (facts === undefined) return payment.transactionId === transactionIdOf(record, outcome)
  return isPaymentOf(payment, { account: record.account, paymentId: facts.paymentId })
}
