import { ApiError } from '../../errors/api-error'
import { merchantOf, type SandboxContext } from '../context'
import { findMember } from '../members/find-member'
import type { Payment, Transaction } from '../payments/payment'
import { refundedOfTransaction } from '../refunds/refunded'
import { findWallet } from '../wallets/find-wallet'
import { balanceOf } from '../wallets/wallet-balance'
import { isSame, owedAt, paidOf, payeesOf, totalOf } from './owed'
import { sharesLeft } from './shares'

/** Whether a payout has a part of this transaction. */
export const isSettled = (ctx: SandboxContext, payment: Payment, transaction: Transaction): boolean =>
  payeesOf(ctx, { payment, transaction }).some(
    (payee) => paidOf(ctx, payment.merchant, { transaction, payee }) !== 0,
  )

/**
 * A refund after the payout takes the seller's share back from what he is owed and what his wallet holds, and as far below
 * zero as the merchant set: "used to be able to refund where the seller has no balance" (create-member). Throws a
 * validation error beyond that.
 */
export function checkSellerBalance(
  ctx: SandboxContext,
  {
    payment,
    transaction,
    amount,
  }: {
    readonly payment: Payment
    readonly transaction: Transaction
    readonly amount: number
  },
): void {
  const payee = payeesOf(ctx, { payment, transaction }).find(({ type }) => type === 'SUB_MERCHANT_MEMBER')
  if (!payee) return
  const paid = paidOf(ctx, payment.merchant, { transaction, payee })
  if (paid === 0) return
  const merchant = merchantOf(ctx, payment.merchant)
  const member = findMember(ctx, merchant, payee.id)
  const wallet = findWallet(ctx, merchant, { memberId: payee.id, currency: payee.currency })
  const refunded = refundedOfTransaction(ctx, payment, transaction)
  const seller = (gone: number) => sharesLeft(payment, transaction, gone).seller
  const taken = seller(refunded) - seller(refunded + amount)
  const owed = totalOf(owedAt(ctx, payment.merchant).filter((one) => isSame(one.payee, payee)))
  const held = wallet ? balanceOf(ctx, wallet) : 0
  if (owed + held - taken < -(member?.maximumNegativeBalance ?? 0)) throw EMPTY
}

const EMPTY = ApiError.invalid('4058', {
  tr: 'Satıcının bakiyesi, para gönderimi sonrası iade için yeterli değil',
  en: 'The seller was paid, and does not hold enough for this refund',
})
