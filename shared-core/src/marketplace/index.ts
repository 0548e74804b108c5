// What a marketplace does with Craftgate beside selling: the shares of its sellers, and what they were paid. The sellers
// themselves are members (`../members`).
import type { CraftgateClient } from '../client/craftgate-client'
import { createKnownBounced, type KnownBounced } from './known-bounced'
import { createPayoutAccounts, type PayoutAccounts } from './payout-accounts'
import { createPayouts, type Payouts } from './payouts'
import { createSaleShares, type SaleShares } from './sale-shares'

export { completedLines, type Deliveries, type Delivery } from './deliveries'
export type { StillBounced } from './known-bounced'
export type { NewPayoutAccount, PayoutAccount } from './payout-accounts'
export type {
  BouncedPayout,
  FileStatus,
  Paged,
  PaidTransaction,
  PayoutDetail,
  PayoutRow,
  SettlementType,
} from './payouts'
export type { SaleShare, ShareCorrection } from './sale-shares'
export type { Period } from './wire'

/** Only a marketplace has these at Craftgate. */
export interface Marketplace {
  readonly shares: SaleShares
  readonly payouts: Payouts & {
    /** What sellers' banks sent back and is not paid again yet, of the last three months: `KnownBounced.still`. */
    stillBounced: KnownBounced['still']
  }
  readonly payoutAccounts: PayoutAccounts
}

interface Clients {
  /** By a key of `merchants` in the options. */
  readonly byMerchant: (merchant: string) => CraftgateClient
  readonly byAccount: (account: string) => CraftgateClient
}

interface Parts extends Clients {
  readonly clock: () => Date
  /** More or fewer payouts are bounced than before. */
  readonly bouncedChanged: (merchant: string) => void
}

export function createMarketplace({ byMerchant, byAccount, clock, bouncedChanged: changed }: Parts) {
  const payouts = createPayouts(byMerchant)
  const bounced = createKnownBounced({ bounced: payouts.bounced, clock, changed })
  const marketplace: Marketplace = {
    shares: createSaleShares(byAccount),
    payouts: { ...payouts, bounced: bounced.bounced, stillBounced: bounced.still },
    payoutAccounts: createPayoutAccounts(byMerchant),
  }
  return { marketplace, payoutCompleted: bounced.payoutCompleted }
}
