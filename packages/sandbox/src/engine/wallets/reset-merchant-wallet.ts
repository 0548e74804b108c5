import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { nextId, type SandboxContext } from '../context'
import { merchantWallet } from './find-wallet'
import { writeMove } from './move-wallet'
import type { Wallet } from './wallet'
import { balanceOf } from './wallet-balance'

/**
 * Brings the merchant's own wallet to zero. The request says what it holds, so that nothing is reset that the caller did
 * not see (reset-merchant-wallet-balance); throws a validation error where it holds something else.
 */
export function resetMerchantWallet(ctx: SandboxContext, merchant: Merchant, seen: number): Wallet {
  const wallet = merchantWallet(ctx, merchant)
  const balance = balanceOf(ctx, wallet)
  if (seen !== balance) throw CHANGED
  const { memberId: buyerMemberId, currency } = wallet
  writeMove(
    ctx,
    { merchant: merchant.apiKey, buyerMemberId, currency },
    { type: 'MERCHANT_BALANCE_RESET', amount: -balance, transactionId: nextId(ctx, merchant.apiKey) },
  )
  return wallet
}

const CHANGED = ApiError.invalid('4214', {
  tr: '"walletAmount" üye işyeri cüzdanının şu anki bakiyesi değil',
  en: '"walletAmount" is not what the merchant’s wallet holds now',
})
