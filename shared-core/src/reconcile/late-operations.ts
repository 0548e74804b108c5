// Captures, voids and refunds of which the shop does not know the end although there was time enough.
import { accountOf } from '../account'
import type { ParsedOptions } from '../options/options'
import type { CheckoutRecord, CommercePlatform, PaymentOperation } from '../platform'

export interface LateOperation {
  readonly operation: PaymentOperation
  /** The attempt whose payment it is about. */
  readonly attempt: CheckoutRecord
}

export interface LateQuery {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly most: number
}

export interface LateOperations {
  /**
   * Operations of this merchant's account that nobody wrote for fifteen minutes and that the shop has not acknowledged,
   * oldest first, `most` at most. Asks the shop's database, and Craftgate nothing. Throws a CraftgateError of kind
   * `configuration` for an unknown merchant.
   */
  lateOperations(query: LateQuery): Promise<readonly LateOperation[]>
}

const LATE_MS = 15 * 60_000
/** Of all accounts of the shop: so many are read, and no more. */
const LOOKED_AT = 1_000

interface Parts {
  readonly platform: Pick<CommercePlatform, 'openOperations' | 'findCheckout'>
  readonly options: Pick<ParsedOptions, 'merchants'>
  readonly clock: () => Date
}

export const createLateOperations = ({ platform, options, clock }: Parts): LateOperations => ({
  async lateOperations({ merchant, most }) {
    const own = accountOf(options, merchant)
    const found: LateOperation[] = []
    const before = new Date(clock().getTime() - LATE_MS)
    let looked = 0
    for await (const operation of platform.openOperations({ before })) {
      looked += 1
      if (found.length >= most || looked > LOOKED_AT) break
      const { account, paymentId } = operation
      const attempt = account === own ? await platform.findCheckout({ account, paymentId }) : undefined
      if (attempt !== undefined) found.push({ operation, attempt })
    }
    return found
  },
})
