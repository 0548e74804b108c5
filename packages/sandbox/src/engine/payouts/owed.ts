import { merchantOf, type SandboxContext } from '../context'
import type { Payment, Transaction } from '../payments/payment'
import { blockageResolvedAt, transactionStatus } from '../payments/transaction-approval'
import { chargedToMerchant, refundedOfTransaction } from '../refunds/refunded'
import { merchantMemberId } from '../wallets/find-wallet'
import type { Payee, Payout, PayoutRow } from './payout'
import { sharesLeft } from './shares'

/** What somebody is owed of one transaction; below zero where a refund came after the payout. Minor units. */
export interface Owed {
  readonly payment: Payment
  readonly transaction: Transaction
  readonly payee: Payee
  readonly amount: number
}

type OwnTransaction = Pick<Owed, 'payment' | 'transaction'>

/**
 * What a merchant and its sellers are owed now: their shares of every transaction that is approved and no longer blocked,
 * less what went back of it and what they were paid of it before.
 */
export const owedAt = (ctx: SandboxContext, merchant: string): readonly Owed[] =>
  ctx.state.payments
    .filter((payment) => payment.merchant === merchant && isCollected(payment))
    .flatMap((payment) => payment.transactions.map((transaction) => ({ payment, transaction })))
    .flatMap((own) => payeesOf(ctx, own).map((payee) => ({ ...own, payee, amount: owedOf(ctx, own, payee) })))
    .filter(({ amount }) => amount !== 0)

/** Money that Craftgate has: neither a deposit, nor a card's proof, nor what a bank only holds. */
const isCollected = ({ status, phase, deposit, cardVerification }: Payment): boolean =>
  status === 'SUCCESS' && phase !== 'PRE_AUTH' && !deposit && !cardVerification

export function payeesOf(ctx: SandboxContext, { payment, transaction }: OwnTransaction): readonly Payee[] {
  const { currency } = payment
  const own: Payee = {
    type: 'MERCHANT',
    id: merchantMemberId(ctx, merchantOf(ctx, payment.merchant)),
    currency,
  }
  const { subMerchantMemberId: id } = transaction
  return id === undefined ? [own] : [own, { type: 'SUB_MERCHANT_MEMBER', id, currency }]
}

function owedOf(ctx: SandboxContext, { payment, transaction }: OwnTransaction, payee: Payee): number {
  const paid = paidOf(ctx, payment.merchant, { transaction, payee })
  const isDue =
    paid !== 0 ||
    (transactionStatus(payment, transaction) !== 'WAITING_FOR_APPROVAL' &&
      blockageResolvedAt(payment, transaction) <= ctx.clock.now())
  if (!isDue) return 0
  const { seller, merchant } = sharesLeft(payment, transaction, {
    refunded: refundedOfTransaction(ctx, payment, transaction),
    chargedToMerchant: chargedToMerchant(ctx, payment, transaction),
  })
  return (payee.type === 'MERCHANT' ? merchant : seller) - paid
}

/** What was paid of a transaction by now, on its way included; what bounced and is paid again counts once. */
export const paidOf = (
  ctx: SandboxContext,
  merchant: string,
  { transaction, payee }: { readonly transaction: Transaction; readonly payee: Payee },
): number =>
  payoutsOf(ctx, merchant, { transaction, payee })
    .flatMap(({ rows }) => rows.filter((row) => row.transactionId === transaction.id))
    .reduce((sum, { amount }) => sum + amount, 0)

/** The payouts that have a row of this transaction for this payee, oldest first. */
export const payoutsOf = (
  { state }: SandboxContext,
  merchant: string,
  { transaction, payee }: { readonly transaction: Transaction; readonly payee: Payee },
): readonly Payout[] =>
  state.payouts.filter(
    (payout) =>
      payout.merchant === merchant &&
      payout.source === 'COLLECTION' &&
      isSame(payout.payee, payee) &&
      payout.rows.some(({ transactionId }) => transactionId === transaction.id),
  )

export const isSame = (one: Payee, other: Payee): boolean =>
  one.type === other.type && one.id === other.id && one.currency === other.currency

/** Rows of a payout, a transaction each. */
export const rowsOf = (owed: readonly Owed[]): readonly PayoutRow[] =>
  owed.map(({ transaction, amount }) => ({
    ...{ transactionId: transaction.id, amount },
    transactionType: amount < 0 ? 'REFUND_TX' : 'PAYMENT_TX',
  }))

export const totalOf = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, { amount }) => sum + amount, 0)
