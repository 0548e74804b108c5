import { ApiError } from '../../errors/api-error'
import { toNumber } from '../../money/minor'
import type { Merchant } from '../../seed/seed'
import { nextFreeId, type SandboxContext } from '../context'
import type { Member } from '../members/member'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import { findWallet, refuseInMarketplace, walletsOf } from './find-wallet'
import type { Wallet } from './wallet'
import { availableOf } from './wallet-balance'

export interface NewWallet {
  readonly currency: string
  /** Minor units, zero or less; default is what the member was registered with. */
  readonly negativeAmountLimit?: number
}

/** Opens a member's wallet and tells the merchant. Throws a validation error where he has one, or may have none. */
export function openWallet(
  ctx: SandboxContext,
  merchant: Merchant,
  member: Member,
  { currency, negativeAmountLimit = currency === 'TRY' ? member.walletLimit : 0 }: NewWallet,
): Wallet {
  const { id: memberId } = member
  if (!member.isSubMerchant) refuseInMarketplace(merchant)
  if (findWallet(ctx, merchant, { memberId, currency })) throw TWICE
  requireNegative(negativeAmountLimit)
  const taken = walletsOf(ctx, merchant).map(({ id }) => id)
  const wallet: Wallet = {
    id: nextFreeId(ctx, merchant.apiKey, taken),
    ...{ merchant: merchant.apiKey, memberId, currency, opening: 0, negativeAmountLimit },
    createdAt: ctx.clock.now(),
  }
  ctx.state.wallets.push(wallet)
  enqueueWebhook(ctx, {
    ...{ merchant: merchant.apiKey, eventType: 'WALLET_CREATED', status: 'SUCCESS' },
    payloadId: String(wallet.id),
    payload: {
      ...{ currency, walletId: wallet.id, memberId },
      negativeAmountLimit: toNumber(negativeAmountLimit, currency),
    },
  })
  return wallet
}

/** Changes how far below zero a wallet may go. Throws a validation error where it is below that already (our reading). */
export function limitWallet(ctx: SandboxContext, wallet: Wallet, negativeAmountLimit: number): Wallet {
  requireNegative(negativeAmountLimit)
  if (availableOf(ctx, wallet) < negativeAmountLimit) throw BELOW
  const changed = { ...wallet, negativeAmountLimit, changedAt: ctx.clock.now() }
  const isIt = ({ id, merchant }: Wallet) => id === wallet.id && merchant === wallet.merchant
  ctx.state.wallets = [...ctx.state.wallets.filter((one) => !isIt(one)), changed]
  return changed
}

/** The official sample sends -10: a limit is the lowest balance, not a distance. */
function requireNegative(limit: number): void {
  if (limit > 0) throw NOT_NEGATIVE
}

const TWICE = ApiError.invalid('4188', {
  tr: 'Üyenin bu para biriminde cüzdanı zaten var',
  en: 'The member has a wallet in this currency already',
})

const NOT_NEGATIVE = ApiError.invalid('4189', {
  tr: '"negativeAmountLimit" sıfır ya da sıfırdan küçük olmalıdır',
  en: '"negativeAmountLimit" must be zero or less',
})

const BELOW = ApiError.invalid('4210', {
  tr: 'Cüzdan bakiyesi bu limitin altında',
  en: 'The wallet is below this limit already',
})
