import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import type { Charge } from '../payments/charge'
import type { Failure, Payment, Transaction } from '../payments/payment'
import { balanceOf, WALLET_CURRENCY } from './wallet-balance'

/**
 * Throws a validation error unless the buyer's wallet may pay its share. "No wallet in marketplaces" (wallet), "with a
 * pre-authorization no wallet is supported" (pre-auth-post-auth-payment).
 */
export function checkWalletShare(ctx: SandboxContext, charge: Charge): void {
  const { merchant, buyerMemberId, walletPrice = 0, paidPrice, currency, phase, items } = charge
  if (walletPrice === 0) return
  if (walletPrice > paidPrice) throw TOO_MUCH
  if (phase === 'PRE_AUTH') throw NOT_PRE_AUTHORIZED
  if (items.some(({ subMerchantMemberId }) => subMerchantMemberId !== undefined)) throw NO_MARKETPLACE
  const balance = buyerMemberId === undefined ? undefined : balanceOf(ctx, merchant, buyerMemberId)
  if (balance === undefined || currency !== WALLET_CURRENCY) throw NO_WALLET
  if (balance < walletPrice) throw EMPTY
}

/** The wallet may have been emptied while the shopper was at his bank. */
export function walletRefusal(
  ctx: SandboxContext,
  merchant: Merchant,
  { buyerMemberId, walletPrice = 0 }: Payment,
): Failure | undefined {
  if (walletPrice === 0 || buyerMemberId === undefined) return undefined
  return (balanceOf(ctx, merchant, buyerMemberId) ?? 0) < walletPrice ? EMPTY : undefined
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
