import { localTime } from '../../engine/clock/istanbul'
import type { Member } from '../../engine/members/member'
import { toNumber } from '../../money/minor'

/** developer.craftgate.io/api/member/retrieve-member */
export const memberView = ({
  merchant: _merchant,
  walletLimit: _limit,
  createdAt,
  updatedAt,
  maximumNegativeBalance,
  ...member
}: Member) => ({
  ...member,
  createdDate: localTime(createdAt),
  updatedDate: localTime(updatedAt),
  status: 'ACTIVE',
  subMerchantMaximumAllowedNegativeBalance: toNumber(maximumNegativeBalance, 'TRY'),
})
