// What the shops of a marketplace have in common: who sells a line.
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
