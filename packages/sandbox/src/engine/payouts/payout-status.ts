import type { Schema } from '@craftgate-commerce/openapi'
import { merchantOf, type SandboxContext } from '../context'
import type { OwnTransaction } from '../payments/transaction-approval'
import { refundedOfTransaction } from '../refunds/refunded'
import { payeesOf, payoutsOf } from './owed'
import type { Payee } from './payout'

export interface PayoutStatus {
  readonly status: Schema<'TransactionPayoutStatus'>
  readonly at: number
}

/**
 * How far the payout of a transaction's share is (developer.craftgate.io/api, Para Gönderim Durumları). Only a marketplace
 * has payouts; nothing is paid of a payment that failed or went back whole before.
 */
export function payoutStatusOf(
  ctx: SandboxContext,
  { payment, transaction }: OwnTransaction,
  payeeType: Payee['type'],
): PayoutStatus | undefined {
  const payee = payeesOf(ctx, { payment, transaction }).find(({ type }) => type === payeeType)
  if (!payee) return undefined
  const last = payoutsOf(ctx, payment.merchant, { transaction, payee }).at(-1)
  if (last) {
    const { completedAt, createdAt } = last
    return completedAt === undefined
      ? { status: 'PAYOUT_STARTED', at: createdAt }
      : { status: 'PAYOUT_COMPLETED', at: completedAt }
  }
  const isNever =
    payment.status !== 'SUCCESS' ||
    merchantOf(ctx, payment.merchant).type === 'STANDARD' ||
    refundedOfTransaction(ctx, payment, transaction) >= transaction.paidPrice
  return { status: isNever ? 'NO_PAYOUT' : 'WAITING_FOR_PAYOUT', at: payment.createdAt }
}
