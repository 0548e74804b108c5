import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { nextId, type SandboxContext } from '../context'
import { requireMember } from '../members/find-member'
import { merchantMemberId, refuseInMarketplace, requireWallet } from './find-wallet'
import { writeMove } from './move-wallet'
import type { Remittance } from './wallet'
import { spendableOf } from './wallet-balance'

export type RemittanceInput = Omit<Remittance, 'id' | 'merchant' | 'createdAt'>

/**
 * Moves money at once (developer.craftgate.io/api/wallet/send-remittance, receive-remittance). Throws a validation error for
 * an amount of nothing, a member without a wallet in the currency, and one from whom more is taken than he may spend.
 */
export function remit(ctx: SandboxContext, merchant: Merchant, input: RemittanceInput): Remittance {
  const { memberId, type, reason, amount, currency } = input
  checkReason(ctx, merchant, input)
  const wallet = requireWallet(ctx, merchant, { memberId, currency })
  if (amount <= 0) throw NOTHING
  if (type === 'RECEIVE' && spendableOf(ctx, wallet) < amount) throw TOO_MUCH
  const id = nextId(ctx, merchant.apiKey)
  const remittance: Remittance = {
    ...{ id, merchant: merchant.apiKey, createdAt: ctx.clock.now() },
    ...input,
  }
  ctx.state.remittances.push(remittance)
  const toMember = type === 'SEND' ? amount : -amount
  const loyalty = reason === 'REDEEM_ONLY_LOYALTY' ? (true as const) : undefined
  const move = (owner: number, part: number) =>
    writeMove(
      ctx,
      { merchant: merchant.apiKey, buyerMemberId: owner, currency },
      { type: 'REMITTANCE', amount: part, loyalty, transactionId: id },
    )
  move(memberId, toMember)
  move(merchantMemberId(ctx, merchant), -toMember)
  return remittance
}

/** "A standard merchant sends REDEEM_ONLY_LOYALTY" (api); the other reason, in the clients only, is for sellers. */
function checkReason(ctx: SandboxContext, merchant: Merchant, { memberId, reason }: RemittanceInput): void {
  const member = requireMember(ctx, merchant, memberId)
  if (reason === 'REDEEM_ONLY_LOYALTY') refuseInMarketplace(merchant)
  else if (!member.isSubMerchant) throw ONLY_SELLERS
}

const ONLY_SELLERS = ApiError.invalid('4211', {
  tr: 'SUBMERCHANT_SEND_RECEIVE yalnızca satıcılar için kullanılabilir',
  en: 'SUBMERCHANT_SEND_RECEIVE is for sellers only',
})

const NOTHING = ApiError.invalid('4212', {
  tr: '"price" sıfırdan büyük olmalıdır',
  en: '"price" must be more than zero',
})

const TOO_MUCH = ApiError.invalid('4213', {
  tr: 'Cüzdan bakiyesi yetersiz',
  en: 'The wallet does not hold enough',
})
