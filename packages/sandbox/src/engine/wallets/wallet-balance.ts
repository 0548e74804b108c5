import type { SandboxContext } from '../context'
import type { Wallet, WalletMove } from './wallet'

/** The moves of a wallet, oldest first. */
export const movesOf = ({ state }: SandboxContext, wallet: Wallet): readonly WalletMove[] =>
  state.walletMoves.filter(
    ({ merchant, memberId, currency }) =>
      merchant === wallet.merchant && memberId === wallet.memberId && currency === wallet.currency,
  )

/** What a wallet holds, in minor units. */
export const balanceOf = (ctx: SandboxContext, wallet: Wallet): number =>
  movesOf(ctx, wallet).reduce((sum, { amount }) => sum + amount, wallet.opening)

/** What a wallet holds without the money that a bank is about to give back to a card. */
export const availableOf = (ctx: SandboxContext, wallet: Wallet): number =>
  ctx.state.walletRefunds
    .filter(
      ({ merchant, memberId, currency, status }) =>
        status === 'WAITING' &&
        merchant === wallet.merchant &&
        memberId === wallet.memberId &&
        currency === wallet.currency,
    )
    .reduce((left, { amount }) => left - amount, balanceOf(ctx, wallet))

/** What its owner may spend: what is available, and as far below zero as the limit lets him. */
export const spendableOf = (ctx: SandboxContext, wallet: Wallet): number =>
  Math.max(0, availableOf(ctx, wallet) - wallet.negativeAmountLimit)

/**
 * What of a wallet may be withdrawn: all but the money of loyalty programs. That is spent first, and what of a payment it
 * had paid is loyalty money again when the payment goes back (our reading).
 */
export function withdrawableOf(ctx: SandboxContext, wallet: Wallet): number {
  let loyalty = 0
  let spent = 0
  for (const { type, amount, loyalty: isLoyalty } of movesOf(ctx, wallet)) {
    if (isLoyalty) loyalty = Math.max(0, loyalty + amount)
    else if (type === 'PAYMENT_REDEEM') {
      const part = Math.min(loyalty, -amount)
      loyalty -= part
      spent += part
    } else if (type === 'REFUND_DEPOSIT' || type === 'REFUND_TX_DEPOSIT') {
      const part = Math.min(spent, amount)
      loyalty += part
      spent -= part
    }
  }
  return Math.max(0, availableOf(ctx, wallet) - loyalty)
}
