import type { PaymentOperation } from '@craftgate-commerce/core'
import { movedOf } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { Craftgate } from '../craftgate'
import { minorOf, type PaymentView, sumOf } from '../order'
import type { BookRow, MovedMoney, Transaction } from './book-corrections'
import { parsePaymentRef } from './payment-data'
import { isCaptured } from './record-capture'

/** Medusa writes its row and asks our provider in the same moment: after this long nobody will ask any more. */
const UNASKED_AFTER_MS = 10_000
/** As long as Medusa may take to tell an order of the payment that it was placed with. */
const PLACING_MS = 60_000
/** Our operations are not kept for ever: what is older is taken for what Medusa says of it. */
const JUDGED_FOR_MS = 3 * 24 * 3_600_000

export interface DatedRow extends BookRow {
  readonly created_at: string | Date
}

export type PaymentRows = Omit<PaymentView, 'captures' | 'refunds'> & {
  readonly captures?: readonly DatedRow[]
  readonly refunds?: readonly DatedRow[]
}

/** A payment of ours, beside what Craftgate was asked to move of it. */
export interface JudgedPayment extends MovedMoney {
  readonly refunds: readonly DatedRow[]
  /** A refund is being made or written down right now. */
  readonly isRefunding: boolean
  /** It was captured when its order was placed, not by a later capture. */
  readonly isCapturedAtOnce: boolean
  /** Something that was asked of Craftgate has not ended. */
  readonly hasOpenOperation: boolean
}

/**
 * Which of Medusa's rows tell of money that moved. Medusa writes a row before it asks the provider, and never comes back
 * to one whose server died in between: what Craftgate was not asked for is taken out, so that the merchant sees that no
 * money moved. What it did is an operation, which records itself when it has ended.
 */
export class MovedMoneyJudge {
  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {}

  /** Runs under the order's lease, so that no request of the merchant is at work on these rows. */
  async judge(payment: PaymentRows): Promise<JudgedPayment> {
    const ref = parsePaymentRef(payment)
    const operations = ref ? await this.craftgate.operations.of(ref) : []
    const refunds = await this.judgeRefunds(payment, operations)
    const isCapturing = operations.some(({ kind, state }) => kind === 'capture' && state !== 'failed')
    return {
      id: payment.id,
      captures: await this.judgeCaptures(payment, isCapturing),
      refunds: refunds.moved,
      removed: await this.removedRefunds(payment),
      isRefunding: refunds.isRefunding,
      isCapturedAtOnce: !isCapturing,
      hasOpenOperation: operations.some(({ state }) => state !== 'done' && state !== 'failed'),
    }
  }

  private async judgeRefunds(
    { refunds = [], ...payment }: PaymentRows,
    operations: readonly PaymentOperation[],
  ) {
    const moved: DatedRow[] = []
    let isRefunding = false
    for (const row of refunds) {
      const operation = operations.find(({ shopReference }) => shopReference === row.id)
      if (isMoved(row, operation, payment.currency_code)) moved.push(row)
      else if (await this.isAtWork(row)) isRefunding = true
      else await this.takeOut('refund', row, payment)
    }
    return { moved, isRefunding }
  }

  private async judgeCaptures(payment: PaymentRows, isCapturing: boolean): Promise<readonly BookRow[]> {
    const { captures = [] } = payment
    if (isCaptured(payment))
      return isCapturing ? captures : captures.filter((row) => isOlder(row, PLACING_MS))
    if (isCapturing) return []
    for (const row of captures) if (!(await this.isAtWork(row))) await this.takeOut('capture', row, payment)
    return []
  }

  private async isAtWork(row: DatedRow): Promise<boolean> {
    return !isOlder(row, UNASKED_AFTER_MS) || this.craftgate.leases.isHeld(rowLease(row.id))
  }

  private async takeOut(kind: 'refund' | 'capture', { id }: BookRow, payment: { readonly id: string }) {
    const facts = { row: id, payment: payment.id }
    this.craftgate.logger.warn(
      `A ${kind} stands in Medusa that has not moved any money; it is taken out`,
      facts,
    )
    if (kind === 'refund') await this.payments.deleteRefunds([id])
    else await this.payments.deleteCaptures([id])
  }

  private async removedRefunds({ id }: PaymentRows): Promise<string[]> {
    const filters = { payment_id: id, deleted_at: { $ne: null } }
    const rows = await this.payments.listRefunds(filters, { withDeleted: true, select: ['id'] })
    return rows.map((row) => row.id)
  }

  private get payments() {
    return this.container.resolve(Modules.PAYMENT)
  }
}

/** Marks a row of Medusa while our provider works on it. */
export const rowLease = (rowId: string): string => `row ${rowId}`

function isMoved(row: DatedRow, operation: PaymentOperation | undefined, currency: string): boolean {
  if (operation === undefined) return isOlder(row, JUDGED_FOR_MS)
  if (operation.state === 'done') return true
  return operation.state === 'failed' && movedOf(operation).minor === minorOf(row.amount, currency)
}

const isOlder = ({ created_at }: DatedRow, ms: number): boolean =>
  Date.now() - new Date(created_at).getTime() > ms

/**
 * Medusa gave this payment back because its order could not be placed, and the shopper paid the same cart again. The order
 * that stands now never knew of it, and must not learn of it.
 */
export function isOfFailedOrder(
  { id, captures = [], refunds = [] }: Pick<PaymentView, 'id' | 'captures' | 'refunds'>,
  transactions: readonly Pick<Transaction, 'reference_id'>[],
): boolean {
  if (refunds.length === 0 || sumOf(captures).gt(sumOf(refunds))) return false
  const ids = [id, ...[...captures, ...refunds].map((row) => row.id)]
  return !transactions.some(({ reference_id }) => ids.includes(reference_id ?? ''))
}
