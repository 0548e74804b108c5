import type { BigNumberInput } from '@medusajs/framework/types'
import { MathBN } from '@medusajs/framework/utils'
import { sumOf } from '../order'

/** A capture or a refund of a payment. */
export interface BookRow {
  readonly id: string
  readonly amount: BigNumberInput
}

/** What moved for a payment, as Medusa's payment module has it. */
export interface MovedMoney {
  readonly id: string
  readonly captures: readonly BookRow[]
  readonly refunds: readonly BookRow[]
  /** Ids of refunds that were taken out: nothing of them may be left in the order. */
  readonly removed: readonly string[]
}

/** What the order counts of it. */
export interface Transaction {
  readonly amount: BigNumberInput
  readonly reference: string | null
  readonly reference_id: string | null
}

/** What is to be added to the order's transactions, so that the order counts what moved. */
export interface Correction {
  readonly reference: 'capture' | 'refund'
  readonly reference_id: string
  readonly amount: ReturnType<typeof MathBN.convert>
}

/**
 * Medusa books a capture or refund after it happened, by the id of its row and, where several rows have no transaction
 * yet, all with the amount of the newest. So for each row the sum of its transactions is compared with its amount. What is
 * wrong is never taken out, because Medusa would then change the summary of an older version of the order: the difference
 * is added. The refund of an order's cancel is booked by the id of the payment.
 */
export function correctionsOf(
  payments: readonly MovedMoney[],
  transactions: readonly Transaction[],
): Correction[] {
  const booked = (reference: Correction['reference'], id: string) =>
    transactions.filter((each) => each.reference === reference && each.reference_id === id)
  return payments.flatMap((payment) =>
    [
      ...payment.captures.map(({ id, amount }) => difference('capture', id, amount, booked('capture', id))),
      ...refundsOf(payment, (id) => booked('refund', id)),
    ].filter(({ amount }) => !MathBN.eq(amount, 0)),
  )
}

function refundsOf(
  { id, refunds, removed }: MovedMoney,
  booked: (id: string) => Transaction[],
): Correction[] {
  const cancel = booked(id)
  const byCancel = MathBN.eq(sumOf(cancel), 0) ? [] : refunds.filter((row) => booked(row.id).length === 0)
  const byRow = refunds.filter((row) => !byCancel.includes(row))
  return [
    ...byRow.map((row) => difference('refund', row.id, MathBN.mult(row.amount, -1), booked(row.id))),
    ...removed.map((row) => difference('refund', row, 0, booked(row))),
    difference('refund', id, MathBN.mult(sumOf(byCancel), -1), cancel),
  ]
}

const difference = (
  reference: Correction['reference'],
  reference_id: string,
  moved: BigNumberInput,
  booked: readonly Transaction[],
): Correction => ({ reference, reference_id, amount: MathBN.sub(moved, sumOf(booked)) })

/**
 * The order became smaller by what was given back without a return: Medusa writes a credit line for it. What was due for
 * `refunded`, less what was written since, but never more than the order lacks: a refund that paid what the order owed to
 * the shopper has no credit line.
 */
export function creditDue(
  refunded: BigNumberInput,
  written: BigNumberInput,
  pendingDifference: BigNumberInput,
): ReturnType<typeof MathBN.convert> {
  const due = MathBN.sub(refunded, written)
  if (MathBN.gt(due, 0))
    return MathBN.gt(pendingDifference, 0) ? MathBN.min(due, pendingDifference) : MathBN.convert(0)
  return MathBN.lt(pendingDifference, 0) ? MathBN.max(due, pendingDifference) : MathBN.convert(0)
}
