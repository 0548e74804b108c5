import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { nextId, type SandboxContext } from '../context'
import { requireMember } from '../members/find-member'
import { requireWallet } from './find-wallet'
import { writeMove } from './move-wallet'
import type { WalletMove, Withdraw } from './wallet'
import { withdrawableOf } from './wallet-balance'

export type WithdrawInput = Pick<Withdraw, 'memberId' | 'amount' | 'currency' | 'description'>

/**
 * "After this the balances of the sellers' wallets are less by what is withdrawn" (marketplace); the bank pays when the
 * merchant has approved the payout file in his panel. Throws a validation error for a member who is no seller or has no
 * IBAN, and for more than may be withdrawn.
 */
export function askForWithdraw(ctx: SandboxContext, merchant: Merchant, input: WithdrawInput): Withdraw {
  const { memberId, amount, currency } = input
  const { isSubMerchant, iban } = requireMember(ctx, merchant, memberId)
  if (!isSubMerchant) throw ONLY_SELLERS
  if (iban === undefined) throw NO_IBAN
  const wallet = requireWallet(ctx, merchant, { memberId, currency })
  if (amount <= 0 || amount > withdrawableOf(ctx, wallet)) throw TOO_MUCH
  const withdraw: Withdraw = {
    ...{ id: nextId(ctx, merchant.apiKey), merchant: merchant.apiKey, createdAt: ctx.clock.now() },
    ...{ ...input, payoutStatus: 'WAITING_FOR_PAYOUT' },
  }
  ctx.state.withdraws.push(withdraw)
  move(ctx, withdraw, { type: 'WITHDRAW', amount: -amount })
  return withdraw
}

/** Throws a validation error once a payout file has it. */
export function cancelWithdraw(ctx: SandboxContext, withdraw: Withdraw): void {
  if (withdraw.payoutStatus !== 'WAITING_FOR_PAYOUT') throw TOO_LATE
  withdraw.payoutStatus = 'CANCELLED'
  move(ctx, withdraw, { type: 'WITHDRAW_CANCEL', amount: withdraw.amount })
}

const move = (
  ctx: SandboxContext,
  { merchant, memberId: buyerMemberId, currency, id: transactionId }: Withdraw,
  change: Pick<WalletMove, 'type' | 'amount'>,
): void => writeMove(ctx, { merchant, buyerMemberId, currency }, { ...change, transactionId })

/** A withdraw of the merchant's. Throws a validation error when there is none. */
export function requireWithdraw({ state }: SandboxContext, merchant: string, id: number): Withdraw {
  const withdraw = state.withdraws.find((one) => one.id === id && one.merchant === merchant)
  if (withdraw) return withdraw
  throw ApiError.invalid('4215', { tr: 'Para çekme talebi bulunamadı', en: 'The withdraw was not found' })
}

const ONLY_SELLERS = ApiError.invalid('4216', {
  tr: 'Para çekme talebi yalnızca satıcılar için oluşturulabilir',
  en: 'Only a seller’s money can be withdrawn',
})

const NO_IBAN = ApiError.invalid('4217', {
  tr: 'Satıcının IBAN bilgisi yok',
  en: 'The seller has no IBAN that money could go to',
})

const TOO_MUCH = ApiError.invalid('4218', {
  tr: 'Çekilebilecek tutar yetersiz',
  en: 'This much cannot be withdrawn',
})

const TOO_LATE = ApiError.invalid('4219', {
  tr: 'Yalnızca para gönderimi bekleyen talep iptal edilebilir',
  en: 'Only a withdraw that waits for its payout can be cancelled',
})
