import { type PaymentOperation, toDecimal } from '@craftgate-commerce/core'
import { movedOf } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { Craftgate } from '../craftgate'
import { minorOf, type PaymentView, Sessions } from '../order'
import { isOfFailedOrder } from './moved-money'
import { OrderBooks } from './order-books'
import { announceRefunded } from './order-events'
import { authorOf, isPaymentOf } from './payment-data'
import { isCaptured, recordCapture } from './record-capture'
import { isBeingRecorded } from './recording-mark'

/** A payment of a placed order. */
interface Placed {
  readonly payment: PaymentView
  readonly orderId: string
}

/**
 * Acknowledges how a payment operation ended: finds Medusa's own row of it, or records what Medusa's API had to refuse
 * meanwhile or a crash interrupted. Doing it twice changes nothing: Medusa's own module asks our provider, which finds
 * the operation done and calls nobody.
 */
export class ApplyOperation {
  private readonly sessions: Sessions
  private readonly books: OrderBooks

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.books = new OrderBooks(craftgate, container)
  }

  /**
   * One at a time for an order: the job, a webhook and the merchant's button may come at once. Resolves when Medusa's own
   * rows are committed, or when there is nothing to write down; throws when that can not be said yet. Money that no order
   * could take has no payment in Medusa, so there is nothing to record.
   */
  async apply(operation: PaymentOperation): Promise<void> {
    const { account, paymentId } = operation
    const record = await this.craftgate.checkouts.find({ account, paymentId })
    if (!record) throw new Error(`No checkout is known to have led to payment ${paymentId} of ${account} yet`)
    const placed = await this.placed(record.order, operation)
    if (!placed) return
    await this.books.exclusively(placed.orderId, async () => {
      const now = await this.placed(record.order, operation)
      if (now) await this.record(now, operation)
    })
  }

  private async placed(sessionId: string, operation: PaymentOperation): Promise<Placed | undefined> {
    const session = await this.sessions.read(sessionId)
    const orderId = session?.payment_collection?.order?.id
    const payment = session?.payment
    return payment && orderId && isPaymentOf(payment, operation) ? { payment, orderId } : undefined
  }

  private async record({ payment, orderId }: Placed, operation: PaymentOperation): Promise<void> {
    switch (operation.kind) {
      case 'capture':
        return this.captured(payment, operation)
      case 'void':
        return this.voided(payment, operation)
      case 'refund':
        return this.refunded({ payment, orderId }, operation)
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

  private async refunded({ payment, orderId }: Placed, operation: PaymentOperation): Promise<void> {
    const moved = movedOf(operation)
    const rowId = await this.rowOf(operation)
    const row = payment.refunds?.find(({ id }) => id === rowId)
    if (!row && moved.minor === 0) return
    if (row && (await this.isOfFailedOrder(payment))) return
    if (row && minorOf(row.amount, payment.currency_code) === moved.minor) {
      await this.finish({ payment, orderId }, row.id, operation)
      return
    }
    await this.requireIdle(operation)
    if (row) await this.module.deleteRefunds([row.id])
    if (moved.minor > 0) await this.enter(payment, operation, Number(toDecimal(moved)))
    await this.books.repair(orderId, moved.minor > 0 ? await this.rowOf(operation) : undefined)
  }

  /** Medusa has the refund; its order may not know of it yet, because the server died in between. */
  private async finish(
    { payment, orderId }: Placed,
    rowId: string,
    operation: PaymentOperation,
  ): Promise<void> {
    const booked = await this.orders.listOrderTransactions({ reference_id: [rowId, payment.id] })
    if (booked.length === 0) await this.requireIdle(operation)
    const isLive = await isBeingRecorded(this.craftgate, operation)
    if (!isLive) await this.books.repair(orderId, rowId)
  }

  private async enter(payment: PaymentView, operation: PaymentOperation, amount: number): Promise<void> {
    const input = { payment_id: payment.id, amount, note: 'Craftgate', created_by: authorOf(operation) }
    await this.module.refundPayment(input)
    await announceRefunded(this.container, payment.id)
  }

  private async isOfFailedOrder({ id }: PaymentView): Promise<boolean> {
    const payment = await this.module.retrievePayment(id, { relations: ['captures', 'refunds'] })
    const { captures = [], refunds = [] } = payment
    const reference_id = [id, ...[...captures, ...refunds].map((row) => row.id)]
    return isOfFailedOrder(
      { id, captures, refunds },
      await this.orders.listOrderTransactions({ reference_id }),
    )
  }

  /** The workflow that asked our provider for this operation has a while to record it by itself. */
  private async requireIdle(operation: PaymentOperation): Promise<void> {
    if (await isBeingRecorded(this.craftgate, operation)) {
      throw new Error('Medusa is about to record it; if it does not, it is recorded in a minute')
    }
  }

  /** Medusa's row of a refund, as it is known now: another that recorded it may have been a moment earlier. */
  private async rowOf(operation: PaymentOperation): Promise<string | undefined> {
    const stored = await this.craftgate.operations.of(operation)
    return stored.find(({ key }) => key === operation.key)?.shopReference
  }

  private get module() {
    return this.container.resolve(Modules.PAYMENT)
  }

  private get orders() {
    return this.container.resolve(Modules.ORDER)
  }
}
