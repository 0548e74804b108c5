import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { Wallet } from '../../engine/wallets/wallet'
import { balanceOf, movesOf, withdrawableOf } from '../../engine/wallets/wallet-balance'
import { toNumber } from '../../money/minor'

/** developer.craftgate.io/api/wallet/retrieve-member-wallet; a wallet is updated by its moves, and by a new limit. */
export function walletView(ctx: SandboxContext, wallet: Wallet) {
  return {
    ...merchantWalletView(ctx, wallet),
    withdrawalAmount: toNumber(withdrawableOf(ctx, wallet), wallet.currency),
    negativeAmountLimit: toNumber(wallet.negativeAmountLimit, wallet.currency),
  }
}

/** developer.craftgate.io/api/wallet/retrieve-merchant-wallet: without a limit, and nothing is withdrawn from it. */
export function merchantWalletView(ctx: SandboxContext, wallet: Wallet) {
  const { id, memberId, currency, createdAt, changedAt = createdAt } = wallet
  const moved = movesOf(ctx, wallet).at(-1)?.createdAt ?? createdAt
  return {
    ...{ id, memberId, currency, amount: toNumber(balanceOf(ctx, wallet), currency) },
    createdDate: localTime(createdAt),
    updatedDate: localTime(Math.max(moved, changedAt)),
  }
}
