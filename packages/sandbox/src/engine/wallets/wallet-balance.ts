import { toMinor } from '../../money/minor'
import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import type { WalletMove } from './wallet'

/** The seed's wallets are in lira; a member's wallet has the member's number. Both are our reading. */
export const WALLET_CURRENCY = 'TRY'

/** The moves of a member's wallet, oldest first. */
export const movesOf = (
  { state }: SandboxContext,
  merchant: string,
  memberId: number,
): readonly WalletMove[] =>
  state.walletMoves.filter((move) => move.merchant === merchant && move.memberId === memberId)

/** What a member's wallet holds, in minor units; nothing where he has none. */
export function balanceOf(ctx: SandboxContext, merchant: Merchant, memberId: number): number | undefined {
  const member = merchant.members.find(({ id, hasWallet }) => id === memberId && hasWallet)
  if (!member) return undefined
  const opening = toMinor(member.walletBalance, 2) ?? 0
  return movesOf(ctx, merchant.apiKey, memberId)
    .filter(({ currency }) => currency === WALLET_CURRENCY)
    .reduce((sum, { amount }) => sum + amount, opening)
}
