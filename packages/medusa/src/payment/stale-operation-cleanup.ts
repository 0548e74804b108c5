import type { PaymentOperation } from '@craftgate-commerce/core'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MathBN, Modules } from '@medusajs/framework/utils'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { type PaymentView, sumOf } from '../order'
import { ApplyOperation } from './apply-operation'
import { isInOrder } from './is-in-order'
import { parsePaymentId } from './payment-data'
import { isCaptured } from './record-capture'

/** No request is at work on a row that is this old. */
const STALE_AFTER_MS = 15 * 60_000
const WINDOW_MS = 3 * 24 * 3_600_000

const FIELDS = ['*', 'payment.*', 'payment.payment_collection.order.id']

interface Row {
  readonly id: string
  readonly amount: BigNumberInput
  readonly payment: PaymentView & {
    readonly payment_collection?: { readonly order?: { readonly id: string } | null } | null
  }
}

/**
 * Captures and refunds that Medusa began to write and whose server died. Medusa writes its row first, asks the provider,
 * then tells the order; it never comes back to one that stopped in between. What Craftgate was not asked for is taken
 * out, so that the merchant sees that no money moved; what it did is recorded in the order.
 */
export class StaleOperationCleanup {
  private readonly operations: ApplyOperation

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.operations = new ApplyOperation(craftgate, container)
  }

  /** One sentence for each that could not be brought to its end. */
  async finish(now: number): Promise<string[]> {
    const refunds = await this.rows('refund', now)
    const captures = await this.rows('capture', now)
    return [
      ...(await this.each(refunds, (row, calls) => this.refund(row, calls))),
      ...(await this.each(captures, (row, calls) => this.capture(row, calls))),
    ]
  }

  private async rows(entity: 'refund' | 'capture', now: number): Promise<Row[]> {
    const [from, to] = [new Date(now - WINDOW_MS), new Date(now - STALE_AFTER_MS)]
    const filters = { created_at: { $gt: from, $lt: to } }
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity, fields: FIELDS, filters })
    return data as unknown as Row[]
  }

  private async each(
    rows: readonly Row[],
    work: (row: Row, calls: readonly PaymentOperation[]) => Promise<void>,
  ): Promise<string[]> {
    const troubles: string[] = []
    for (const row of rows) {
      const paymentId = parsePaymentId(row.payment)
      if (paymentId === undefined || !row.payment.payment_collection?.order) continue
      try {
        if (await this.isOfFailedOrder(row.payment)) continue
        await work(row, await this.craftgate.operations.of(paymentId))
      } catch (error) {
        troubles.push(`${row.id} of payment ${paymentId} is half written: ${asError(error).message}`)
      }
    }
    return troubles
  }

  /**
   * Medusa gave this payment back because its order could not be placed, and the shopper paid the same cart again. The
   * order that stands now never knew of it, and must not learn of it.
   */
  private async isOfFailedOrder({ id }: PaymentView): Promise<boolean> {
    const { captures = [], refunds = [] } = await this.payments.retrievePayment(id, {
      relations: ['captures', 'refunds'],
    })
    if (refunds.length === 0 || MathBN.gt(sumOf(captures), sumOf(refunds))) return false
    const reference_id = [id, ...[...captures, ...refunds].map((row) => row.id)]
    return (await this.container.resolve(Modules.ORDER).listOrderTransactions({ reference_id })).length === 0
  }

  private async refund({ id, payment }: Row, calls: readonly PaymentOperation[]): Promise<void> {
    const call = calls.find(({ shopReference }) => shopReference === id)
    if (call?.state === 'done' && !(await isInOrder(this.container, id, payment))) {
      return this.operations.apply(call)
    }
    if (call) return
    this.warn(id, payment)
    await this.payments.deleteRefunds([id])
  }

  private async capture(row: Row, calls: readonly PaymentOperation[]): Promise<void> {
    const { id, payment } = row
    if (isCaptured(payment)) return this.recordInOrder(row)
    const live = calls.filter(({ kind, state }) => kind === 'capture' && state !== 'failed')
    const done = live.find(({ state }) => state === 'done')
    if (done) return this.operations.apply(done)
    if (live.length > 0) return
    this.warn(id, payment)
    await this.payments.deleteCaptures([id])
  }

  private async recordInOrder({ id, amount, payment }: Row): Promise<void> {
    const order = payment.payment_collection?.order
    if (!order || (await isInOrder(this.container, id, payment))) return
    const { currency_code } = payment
    const transaction = { order_id: order.id, amount, currency_code, reference: 'capture', reference_id: id }
    await this.container.resolve(Modules.ORDER).addOrderTransactions([transaction])
  }

  private warn(row: string, { id }: PaymentView): void {
    this.craftgate.logger.warn('Medusa wrote this down and Craftgate was never asked; it is taken out', {
      row,
      payment: id,
    })
  }

  private get payments() {
    return this.container.resolve(Modules.PAYMENT)
  }
}
