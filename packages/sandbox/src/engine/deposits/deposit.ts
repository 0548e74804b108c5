import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import { findWallet, refuseInMarketplace } from '../wallets/find-wallet'

/** Throws a validation error unless the buyer is named and has a wallet in this currency. */
export function requireBuyerWallet(
  ctx: SandboxContext,
  merchant: Merchant,
  { buyerMemberId: memberId, currency }: { readonly buyerMemberId?: number; readonly currency: string },
): void {
  refuseInMarketplace(merchant)
  if (memberId === undefined) throw WHOSE_WALLET
  if (!findWallet(ctx, merchant, { memberId, currency })) throw NO_WALLET
}

const WHOSE_WALLET = ApiError.invalid('4017', {
  tr: 'Cüzdana para yüklemek için "buyerMemberId" zorunludur',
  en: 'Loading a wallet needs "buyerMemberId"',
})

const NO_WALLET = ApiError.invalid('4018', {
  tr: 'Alıcının cüzdanı bulunamadı',
  en: 'The buyer has no wallet',
})
