import { ApiError } from '../../errors/api-error'
import { merchantOf, type SandboxContext } from '../context'
import { findMember } from '../members/find-member'
import type { Payment, Transaction } from '../payments/payment'
import { chargedToMerchant, refundedOfTransaction } from '../refunds/refunded'
import { findWallet } from '../wallets/find-wallet'
import { availableOf } from '../wallets/wallet-balance'
import { isSame, owedAt, paidOf, payeesOf, totalOf } from './owed'
import type { Payee } from './payout'
import { sharesLeft } from './shares'

/** Whether a payout has a part of this transaction. */
export const isSettled = (ctx: SandboxContext, payment: Payment, transaction: Transaction): boolean =>
  payeesOf(ctx, { payment, transaction }).some(
    (payee) => paidOf(ctx, payment.merchant, { transaction, payee }) !== 0,
  )

/** What goes back of a transaction, in minor units. */
export interface RefundedPart {
  readonly transaction: Transaction
  readonly amount: number
}

/**
 * A refund after the payout takes the sellers' shares back from what they are owed and what their wallets hold, and as far
 * below zero as the merchant set: "used to be able to refund where the seller has no balance" (create-member). Beyond that
 * the merchant bears it when he said so (`chargeFromMe`); answers whether he does. Otherwise throws a validation error,
 * before anything went back.
 */
export function checkSellerBalances(
  ctx: SandboxContext,
  payment: Payment,
  {
    parts,
    chargeFromMe = false,
  }: { readonly parts: readonly RefundedPart[]; readonly chargeFromMe?: boolean },
): boolean {
  const taken = new Map<number, number>()
  for (const part of parts) {
    const { subMerchantMemberId: seller } = part.transaction
    if (seller !== undefined) taken.set(seller, (taken.get(seller) ?? 0) + takenBack(ctx, payment, part))
  }
  const isBeyond = [...taken].some(([seller, amount]) => amount > 0 && amount > spareOf(ctx, payment, seller))
  if (isBeyond && !chargeFromMe) throw EMPTY
  return isBeyond
}

/** What a refund takes of a share that the seller was paid before. */
function takenBack(ctx: SandboxContext, payment: Payment, { transaction, amount }: RefundedPart): number {
  const payee = payeesOf(ctx, { payment, transaction }).find(({ type }) => type === 'SUB_MERCHANT_MEMBER')
  if (!payee || paidOf(ctx, payment.merchant, { transaction, payee }) === 0) return 0
  const refunded = refundedOfTransaction(ctx, payment, transaction)
  const charged = chargedToMerchant(ctx, payment, transaction)
  const share = (gone: number) =>
    sharesLeft(payment, transaction, { refunded: gone, chargedToMerchant: charged }).seller
  return share(refunded) - share(refunded + amount)
}

function spareOf(ctx: SandboxContext, payment: Payment, seller: number): number {
  const merchant = merchantOf(ctx, payment.merchant)
  const { currency } = payment
  const payee: Payee = { type: 'SUB_MERCHANT_MEMBER', id: seller, currency }
  const wallet = findWallet(ctx, merchant, { memberId: seller, currency })
  const owed = totalOf(owedAt(ctx, payment.merchant).filter((one) => isSame(one.payee, payee)))
  const limit = findMember(ctx, merchant, seller)?.maximumNegativeBalance ?? 0
  return owed + (wallet ? availableOf(ctx, wallet) : 0) + limit
}

const EMPTY = ApiError.invalid('4058', {
  tr: 'Satıcının bakiyesi, para gönderimi sonrası iade için yeterli değil',
  en: 'The seller was paid, and does not hold enough for this refund',
})
