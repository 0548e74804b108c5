import type { PaymentOperation } from '@craftgate-commerce/core'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { type PaymentView } from '../order'
import { isInOrder, isOfFailedOrder } from './order-records'
import { parsePaymentRef } from './payment-data'
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
 * out, so that the merchant sees that no money moved; what it did is an operation that `ApplyOperation` acknowledges. Only
 * a payment that was captured when it was taken has no operation: its capture is recorded in the order here.
 */
export class StaleOperationCleanup {
  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {}

  /** One sentence for each that could not be brought to its end. */
  async finish(now: number): Promise<string[]> {
    const refunds = await this.rows('refund', now)
    const captures = await this.rows('capture', now)
    return [
      ...(await this.each(refunds, (row, operations) => this.refund(row, operations))),
      ...(await this.each(captures, (row, operations) => this.capture(row, operations))),
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
    work: (row: Row, operations: readonly PaymentOperation[]) => Promise<void>,
  ): Promise<string[]> {
    const troubles: string[] = []
    for (const row of rows) {
      const payment = parsePaymentRef(row.payment)
      if (payment === undefined || !row.payment.payment_collection?.order) continue
      try {
        if (await isOfFailedOrder(this.container, row.payment)) continue
        await work(row, await this.craftgate.operations.of(payment))
      } catch (error) {
        troubles.push(`${row.id} of payment ${payment.paymentId} is half written: ${asError(error).message}`)
      }
    }
    return troubles
  }

  private async refund({ id, payment }: Row, operations: readonly PaymentOperation[]): Promise<void> {
    if (operations.some(({ shopReference }) => shopReference === id)) return
    this.warn(id, payment)
    await this.payments.deleteRefunds([id])
  }

  private async capture(row: Row, operations: readonly PaymentOperation[]): Promise<void> {
    const { id, payment } = row
    if (isCaptured(payment)) return this.recordInOrder(row)
    if (operations.some(({ kind, state }) => kind === 'capture' && state !== 'failed')) return
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
