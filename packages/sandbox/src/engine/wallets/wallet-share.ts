import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import type { Charge } from '../payments/charge'
import type { Failure, Payment, Transaction } from '../payments/payment'
import { findWallet, refuseInMarketplace } from './find-wallet'
import { spendableOf } from './wallet-balance'

/**
 * Throws a validation error unless the buyer's wallet may pay its share. "No wallet in marketplaces" (wallet), "with a
 * pre-authorization no wallet is supported" (pre-auth-post-auth-payment).
 */
export function checkWalletShare(ctx: SandboxContext, charge: Charge): void {
  const { merchant, buyerMemberId, walletPrice = 0, paidPrice, currency, phase, items } = charge
  if (walletPrice === 0) return
  if (walletPrice > paidPrice) throw TOO_MUCH
  if (phase === 'PRE_AUTH') throw NOT_PRE_AUTHORIZED
  refuseInMarketplace(merchant)
  if (items.some(({ subMerchantMemberId }) => subMerchantMemberId !== undefined)) throw NO_MARKETPLACE
  const wallet = findWallet(ctx, merchant, { memberId: buyerMemberId, currency })
  if (!wallet) throw NO_WALLET
  if (spendableOf(ctx, wallet) < walletPrice) throw EMPTY
}

/** The wallet may have been emptied while the shopper was at his bank. */
export function walletRefusal(
  ctx: SandboxContext,
  merchant: Merchant,
  { buyerMemberId: memberId, currency, walletPrice = 0 }: Payment,
): Failure | undefined {
  const wallet = walletPrice > 0 ? findWallet(ctx, merchant, { memberId, currency }) : undefined
  return wallet && spendableOf(ctx, wallet) < walletPrice ? EMPTY : undefined
}

/** The wallet's part of what goes back of a transaction: in proportion, and with the last part all of it. */
export function walletPartOf(
  { walletPrice = 0, paidPrice }: Pick<Transaction, 'walletPrice' | 'paidPrice'>,
  { before, amount }: { readonly before: number; readonly amount: number },
): number {
  const upTo = (sum: number) => Number((BigInt(walletPrice) * BigInt(sum)) / BigInt(paidPrice || 1))
  return upTo(before + amount) - upTo(before)
}

const TOO_MUCH = ApiError.invalid('4020', {
  tr: '"walletPrice", "paidPrice" tutarından büyük olamaz',
  en: '"walletPrice" must not be above "paidPrice"',
})

const NOT_PRE_AUTHORIZED = ApiError.invalid('4021', {
  tr: 'Ön provizyonda cüzdan kullanılamaz',
  en: 'A wallet cannot be pre-authorized',
})

const NO_MARKETPLACE = ApiError.invalid('4022', {
  tr: 'Pazaryeri ödemelerinde cüzdan kullanılamaz',
  en: 'Marketplace payments take no wallet',
})

const NO_WALLET = ApiError.invalid('4018', {
  tr: 'Alıcının bu para biriminde cüzdanı bulunamadı',
  en: 'The buyer has no wallet in this currency',
})

const EMPTY = ApiError.invalid('4023', {
  tr: 'Cüzdan bakiyesi yetersiz',
  en: 'The wallet does not hold enough',
})
