// What a marketplace does with Craftgate beside selling: the shares of its sellers, and what they were paid. The sellers
// themselves are members (`../members`).
import type { CraftgateClient } from '../client/craftgate-client'
import { createPayoutAccounts, type PayoutAccounts } from './payout-accounts'
import { createPayouts, type Payouts } from './payouts'
import { createSaleShares, type SaleShares } from './sale-shares'

export { completedLines, type Deliveries, type Delivery } from './deliveries'
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
  readonly payouts: Payouts
  readonly payoutAccounts: PayoutAccounts
}

interface Clients {
  /** By a key of `merchants` in the options. */
  readonly byMerchant: (merchant: string) => CraftgateClient
  readonly byAccount: (account: string) => CraftgateClient
}

export const createMarketplace = ({ byMerchant, byAccount }: Clients): Marketplace => ({
  shares: createSaleShares(byAccount),
  payouts: createPayouts(byMerchant),
  payoutAccounts: createPayoutAccounts(byMerchant),
})
