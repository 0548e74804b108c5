// What the shops of a marketplace have in common: who sells a line, and when its share is let go.
import { z } from 'zod'
import type { SnapshotLine, SnapshotSeller } from '../basket'

/** Says whose goods a line is and what he gets of it (minor units); undefined: the shop's own. */
export type SellerOf<Question> = (
  question: Question,
) => SnapshotSeller | undefined | Promise<SnapshotSeller | undefined>

/** The option `sellerOf`. */
export const sellerOfOption = <Question>() =>
  z
    .custom<SellerOf<Question>>((value) => typeof value === 'function', {
      error:
        'must be a function that answers { memberId, share } for a line, or undefined for one of your own',
    })
    .optional()

/** Lines with their sellers. `questionOf` gives what a line is asked with; `price`: what it comes to in minor units. */
export const withSellers = <Question>(
  lines: readonly SnapshotLine[],
  questionOf: (line: SnapshotLine, price: number) => Question | undefined,
  sellerOf: SellerOf<Question>,
): Promise<readonly SnapshotLine[]> =>
  Promise.all(
    lines.map(async (line) => {
      const question = questionOf(line, line.unitPrice * line.quantity - (line.discount ?? 0))
      const seller = question && (await sellerOf(question))
      return seller ? { ...line, seller } : line
    }),
  )

export interface SoldLine {
  /** The basket item's externalId. */
  readonly externalId: string
  /** What is delivered, as both the sale and its deliveries name it: a variant of a seller's. */
  readonly goods: string
  readonly quantity: number
}

/** The lines whose goods have all been delivered: a share is let go whole, so the last piece of its goods decides. */
export function deliveredLines(
  sold: readonly SoldLine[],
  delivered: ReadonlyMap<string, number>,
): readonly string[] {
  const ordered = new Map<string, number>()
  for (const { goods, quantity } of sold) ordered.set(goods, (ordered.get(goods) ?? 0) + quantity)
  const isWhole = ({ goods }: SoldLine) => (delivered.get(goods) ?? 0) >= (ordered.get(goods) ?? 0)
  return sold.filter(isWhole).map(({ externalId }) => externalId)
}

/** The key of the approval that a delivery leads to: told twice, it approves once. */
export const approvalKeyOf = (paymentId: number, delivery: string): string =>
  `approve-${paymentId}-${delivery.replace(/[^A-Za-z0-9.-]/g, '-')}`.slice(0, 64)
