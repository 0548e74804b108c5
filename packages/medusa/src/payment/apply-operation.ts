import { type CheckoutRecord, type Money, type PaymentOperation, toDecimal } from '@craftgate-commerce/core'
import { movedOf } from '@craftgate-commerce/core/adapter'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { refundPaymentWorkflow } from '@medusajs/medusa/core-flows'
import type { Craftgate } from '../craftgate'
import { minorOf, type OrderLink, type PaymentView, Sessions } from '../order'
import { CollectionLock } from './collection-lock'
import { isInOrder, isOfFailedOrder } from './order-records'
import { authorOf, isPaymentOf } from './payment-data'
import { isCaptured, recordCapture } from './record-capture'
import { isBeingRecorded } from './recording-mark'

/**
 * Acknowledges how a payment operation ended: finds Medusa's own row of it, or records what Medusa's API had to refuse
 * meanwhile or a crash interrupted. Doing it twice changes nothing: Medusa's own workflow asks our provider, which finds
 * the operation done and calls nobody.
 */
export class ApplyOperation {
  private readonly sessions: Sessions
  private readonly lock: CollectionLock

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.lock = new CollectionLock(craftgate, container)
  }

  /**
   * One at a time for a payment collection: the job, a webhook and the merchant's button may come at once. Resolves when
   * Medusa's own row is committed, or when there is nothing to write down; throws when that can not be said yet.
   */
  async apply(operation: PaymentOperation): Promise<void> {
    const { account, paymentId } = operation
    const record = await this.craftgate.checkouts.find({ account, paymentId })
    if (!record) throw new Error(`No checkout is known to have led to payment ${paymentId} of ${account} yet`)
    await this.lock.during(record, () => this.record(record, operation))
  }

  /** Money that no order could take has no payment in Medusa, so there is nothing to record. */
  private async record({ order }: CheckoutRecord, operation: PaymentOperation): Promise<void> {
    const session = await this.sessions.read(order)
    const payment = session?.payment
    const placed = session?.payment_collection?.order
    if (!payment || !placed || !isPaymentOf(payment, operation)) return
    switch (operation.kind) {
      case 'capture':
        return this.captured(payment, operation)
      case 'void':
        return this.voided(payment, operation)
      case 'refund':
        return this.refunded(payment, placed, { ...operation, shopReference: await this.rowOf(operation) })
    }
  }

  private async captured(payment: PaymentView, operation: PaymentOperation): Promise<void> {
    if (operation.state !== 'done' || isCaptured(payment) || payment.canceled_at) return
    await this.requireIdle(operation)
    await recordCapture(this.container, payment, operation.amount)
  }

  private async voided(payment: PaymentView, { state }: PaymentOperation): Promise<void> {
    if (state !== 'done' || payment.captured_at || payment.canceled_at) return
    await this.module.cancelPayment(payment.id)
  }

  private async refunded(
    payment: PaymentView,
    placed: OrderLink,
    operation: PaymentOperation,
  ): Promise<void> {
    const isClosed = placed.status === 'canceled'
    const booked = payment.refunds?.find(({ id }) => id === operation.shopReference)
    const moved = movedOf(operation)
    if (!booked && moved.minor === 0) return
    if (booked && isOnlyMoved(booked.amount, moved, payment) && operation.state === 'failed') return
    const isInPlace = booked && (isClosed || (await isInOrder(this.container, booked.id, payment)))
    if (isInPlace && operation.state === 'done') return
    if (booked && (await isOfFailedOrder(this.container, payment))) return
    await this.requireIdle(operation)
    if (booked) await this.unbook(booked.id)
    if (moved.minor === 0) return
    const amount = Number(toDecimal(moved))
    const input = { payment_id: payment.id, amount, note: 'Craftgate', created_by: authorOf(operation) }
    // The books of a cancelled order are closed, and say already that all of it went back.
    if (isClosed) await this.module.refundPayment(input)
    else await refundPaymentWorkflow(this.container).run({ input })
  }

  /** The workflow that asked our provider for this operation has a while to record it by itself. */
  private async requireIdle(operation: PaymentOperation): Promise<void> {
    if (await isBeingRecorded(this.container, operation)) {
      throw new Error('Medusa is about to record it; if it does not, it is recorded in a minute')
    }
  }

  /** Medusa's row of a refund, as it is known now: another that recorded it may have been a moment earlier. */
  private async rowOf(operation: PaymentOperation): Promise<string | undefined> {
    const stored = await this.craftgate.operations.of(operation)
    return stored.find(({ key }) => key === operation.key)?.shopReference
  }

  /** The server died after Medusa had written its refund down: the order does not know of it. */
  private async unbook(refundId: string): Promise<void> {
    this.craftgate.logger.warn(
      'A refund that Medusa wrote down half is taken out, to be recorded as it was',
      {
        refundId,
      },
    )
    await this.module.deleteRefunds([refundId])
  }

  private get module() {
    return this.container.resolve(Modules.PAYMENT)
  }
}

/** What moved of a failed refund has been recorded already. */
const isOnlyMoved = (booked: BigNumberInput, { minor }: Money, { currency_code }: PaymentView): boolean =>
  minor > 0 && minorOf(booked, currency_code) === minor
