import { ApiError } from '../../errors/api-error'
import { toMinor } from '../../money/minor'
import type { Merchant } from '../../seed/seed'
import { merchantOf, type SandboxContext } from '../context'
import { SEED_DAY } from '../members/member'
import type { Wallet } from './wallet'

/** The seed's wallets are in lira and have their member's number, as the official samples ask for wallet 1. */
const SEED_CURRENCY = 'TRY'

/** The wallets of a merchant's members: those of the seed as they were changed since, and those opened since. */
export function walletsOf({ state }: SandboxContext, merchant: Merchant): readonly Wallet[] {
  const own = state.wallets.filter((wallet) => wallet.merchant === merchant.apiKey)
  const seeded = merchant.members
    .filter(({ id, hasWallet }) => hasWallet && own.every((wallet) => wallet.id !== id))
    .map(({ id, walletBalance }) => ({
      ...{ id, merchant: merchant.apiKey, memberId: id, currency: SEED_CURRENCY },
      ...{ opening: toMinor(walletBalance, 2) ?? 0, negativeAmountLimit: 0, createdAt: SEED_DAY },
    }))
  return [...seeded, ...own]
}

interface Owner {
  readonly memberId: number | undefined
  readonly currency: string
}

/** A member's wallet in a currency, or the merchant's own. */
export function findWallet(
  ctx: SandboxContext,
  merchant: Merchant,
  { memberId, currency }: Owner,
): Wallet | undefined {
  if (memberId === merchantMemberId(ctx, merchant)) return merchantWallet(ctx, merchant, currency)
  return walletsOf(ctx, merchant).find(
    (wallet) => wallet.memberId === memberId && wallet.currency === currency,
  )
}

/** The wallet whose move this is. Throws when the state has none, which is the emulator's mistake. */
export function walletOf(
  ctx: SandboxContext,
  { merchant, ...owner }: Owner & { readonly merchant: string },
): Wallet {
  const found = findWallet(ctx, merchantOf(ctx, merchant), owner)
  if (!found) throw new Error('A wallet moved that does not exist')
  return found
}

/** The merchant's own member: a number that no series of ids comes near. */
export const merchantMemberId = ({ merchants }: SandboxContext, merchant: Merchant): number =>
  900_000_001 + merchants.indexOf(merchant)

/**
 * The merchant's own wallet, which pays remittances and gets them back. The official sample resets one of -100, so it may go
 * below zero without a limit.
 */
export function merchantWallet(ctx: SandboxContext, merchant: Merchant, currency = SEED_CURRENCY): Wallet {
  const id = merchantMemberId(ctx, merchant)
  return {
    ...{ id, merchant: merchant.apiKey, memberId: id, currency, opening: 0, createdAt: SEED_DAY },
    negativeAmountLimit: Number.MIN_SAFE_INTEGER,
  }
}

/** Throws a validation error when this member has no wallet in the currency. */
export function requireWallet(ctx: SandboxContext, merchant: Merchant, owner: Owner): Wallet {
  const wallet = findWallet(ctx, merchant, owner)
  if (!wallet) throw NO_WALLET
  return wallet
}

export const NO_WALLET = ApiError.invalid('4180', { tr: 'Cüzdan bulunamadı', en: 'The wallet was not found' })

/** "Wallets cannot be used in marketplaces" (wallet): of buyers, that is; sellers' earnings do go into theirs (marketplace). */
export function refuseInMarketplace({ type }: Merchant): void {
  if (type === 'MARKETPLACE') throw NO_BUYERS_WALLETS
}

const NO_BUYERS_WALLETS = ApiError.invalid('4187', {
  tr: 'Pazaryerlerinde cüzdan kullanılamaz',
  en: 'Wallets cannot be used in marketplaces',
})
