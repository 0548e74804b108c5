// Refunds and voids that were asked for and not made, as long as nobody did anything about them.
import { accountOf } from '../account'
import type { ParsedOptions } from '../options/options'
import type { CheckoutRecord, CommercePlatform, PaymentOperation } from '../platform'
import type { LateQuery } from './late-operations'

export interface RefusedRefund {
  readonly operation: PaymentOperation
  /** The attempt whose payment it is about. */
  readonly attempt: CheckoutRecord
}

export interface RefusedRefunds {
  /**
   * Refunds and voids of this merchant's account that failed, in whole or in part, within fourteen days, newest first, `most` at
   * most: one for a payment, and none once another of that payment was begun since. With money that no order took and the bank
   * does not take back; without such money that is kept for a review, and without what the shop has not heard of yet, which is late. Asks the shop's database, and Craftgate nothing. Throws a CraftgateError of kind
   * `configuration` for an unknown merchant.
   */
  refusedRefunds(query: LateQuery): Promise<readonly RefusedRefund[]>
}

/** All of its money is back, or waits for a review. */
const DECIDED: ReadonlySet<CheckoutRecord['state']> = new Set(['refunded', 'needs-review'])
const SHOWN_MS = 14 * 86_400_000

interface Parts {
  readonly platform: Pick<CommercePlatform, 'failedRefunds' | 'operationsOf' | 'findCheckout'>
  readonly options: Pick<ParsedOptions, 'merchants'>
  readonly clock: () => Date
}

export const createRefusedRefunds = ({ platform, options, clock }: Parts): RefusedRefunds => ({
  async refusedRefunds({ merchant, most }) {
    const since = new Date(clock().getTime() - SHOWN_MS)
    const failed = await platform.failedRefunds({ account: accountOf(options, merchant), since, limit: most })
    const newest = new Map(failed.toReversed().map((operation) => [operation.paymentId, operation]))
    const found = await Promise.all(
      failed
        .filter(
          (operation) =>
            newest.get(operation.paymentId) === operation && operation.acknowledgedAt !== undefined,
        )
        .map(async (operation) => {
          const attempt = await platform.findCheckout(operation)
          if (attempt === undefined || DECIDED.has(attempt.state)) return []
          return (await isFollowed(platform, operation)) ? [] : [{ operation, attempt }]
        }),
    )
    return found.flat()
  },
})

/** Somebody began another since: that one is done, or is on its way, or is here itself. */
async function isFollowed(platform: Parts['platform'], refused: PaymentOperation): Promise<boolean> {
  const all = await platform.operationsOf(refused)
  return all.some(
    ({ kind, createdAt, key }) =>
      key !== refused.key && (kind === 'refund' || kind === 'void') && createdAt > refused.createdAt,
  )
}
