import type { Schema } from '@craftgate-commerce/openapi'
import { ApiError } from '../../errors/api-error'
import { type PaymentError, paymentError } from '../../errors/payment-errors'
import { nextId, type SandboxContext } from '../context'
import { bankReferences } from '../payments/finish-payment'
import type { Payment } from '../payments/payment'
import { stepRefusal } from '../payments/refusal'
import { requireRefundingPos } from '../pos/refunding-pos'
import { takeNextStatus } from '../refunds/refund-payment'
import { walletOf } from './find-wallet'
import { writeMove } from './move-wallet'
import type { WalletMove, WalletRefund } from './wallet'
import { availableOf } from './wallet-balance'

interface WayBack {
  readonly origin: Schema<'WalletTransactionRefundTransactionType'>
  readonly leavesAs: WalletMove['type']
}

/** Money that came into a wallet from somewhere goes back there; anything else that a wallet holds has no way back. */
const WAYS_BACK: Partial<Record<WalletMove['type'], WayBack>> = {
  DEPOSIT_FROM_CARD: { origin: 'WALLET_TX', leavesAs: 'REFUND_WALLET_TX_TO_CARD' },
  DEPOSIT_FROM_APM: { origin: 'WALLET_TX', leavesAs: 'REFUND_WALLET_TX_TO_CARD' },
  DEPOSIT_FROM_FUND_TRANSFER: { origin: 'WALLET_TX', leavesAs: 'REFUND_WALLET_TX_FUND_TRANSFER' },
  CANCEL_REFUND_TO_WALLET: { origin: 'PAYMENT', leavesAs: 'CANCEL_REFUND_WALLET_TO_CARD' },
  REFUND_TX_TO_WALLET: { origin: 'PAYMENT_TX', leavesAs: 'REFUND_WALLET_TX_TO_CARD' },
}

/** A move of the merchant's. Throws a validation error when there is none. */
export function requireMove({ state }: SandboxContext, merchant: string, id: number): WalletMove {
  const move = state.walletMoves.find((one) => one.id === id && one.merchant === merchant)
  if (move) return move
  throw ApiError.invalid('4181', {
    tr: 'Cüzdan hareketi bulunamadı',
    en: 'The wallet transaction was not found',
  })
}

export const refundsOfMove = ({ state }: SandboxContext, { id, merchant }: WalletMove) =>
  state.walletRefunds.filter((refund) => refund.moveId === id && refund.merchant === merchant)

/** What of a move can still go back: never more than the wallet holds now. */
export function refundableOfMove(ctx: SandboxContext, move: WalletMove): number {
  if (!WAYS_BACK[move.type]) return 0
  const gone = refundsOfMove(ctx, move)
    .filter(({ status }) => status !== 'FAILURE')
    .reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(0, Math.min((move.returnable ?? move.amount) - gone, availableOf(ctx, walletOf(ctx, move))))
}

/**
 * Gives a part of a move back to where it came from. What the bank refuses is a refund too, with the bank's error in
 * `paymentError` (api/wallet/create-refund-transaction). Throws a validation error above what is refundable.
 */
export function refundMove(
  ctx: SandboxContext,
  { move, amount }: { readonly move: WalletMove; readonly amount: number },
): WalletRefund {
  const way = WAYS_BACK[move.type]
  if (!way || amount <= 0 || amount > refundableOfMove(ctx, move)) throw NOT_REFUNDABLE
  const payment = paymentBehind(ctx, move)
  if (payment) requireRefundingPos(ctx, payment, { destination: 'PROVIDER' })
  const status = takeNextStatus(ctx)
  const id = nextId(ctx, move.merchant)
  const refund: WalletRefund = {
    ...{ id, merchant: move.merchant, memberId: move.memberId, moveId: move.id, amount },
    ...{ currency: move.currency, origin: way.origin, status: 'WAITING' },
    ...{ createdAt: ctx.clock.now(), transactionId: originOf(ctx, move), ...bankReferences(id) },
  }
  ctx.state.walletRefunds.push(refund)
  const refusal = payment && stepRefusal(payment, 'refund')
  if (refusal) endMoveRefund(ctx, refund, refusal)
  else if (status !== 'WAITING') endMoveRefund(ctx, refund, status === 'FAILURE' ? DECLINED : undefined)
  return refund
}

/** What the bank says in the end: the money leaves the wallet, which is told by webhook, or stays there for this error. */
export function endMoveRefund(ctx: SandboxContext, refund: WalletRefund, error?: PaymentError): void {
  Object.assign(refund, error ? { status: 'FAILURE', error } : { status: 'SUCCESS' })
  if (error) return
  const { merchant, memberId: buyerMemberId, currency, moveId, amount, id: transactionId } = refund
  const way = WAYS_BACK[requireMove(ctx, merchant, moveId).type]
  if (!way) throw NOT_REFUNDABLE
  writeMove(
    ctx,
    { merchant, buyerMemberId, currency },
    { type: way.leavesAs, amount: -amount, transactionId },
  )
}

const DECLINED = paymentError('REFUND_DECLINE')

/** The refund that brought a move's money into the wallet, for money that a refund did. */
function broughtBy({ state }: SandboxContext, { type, transactionId, merchant }: WalletMove) {
  const isIts = (refund: { id: number; merchant: string }) =>
    refund.id === transactionId && refund.merchant === merchant
  if (type === 'CANCEL_REFUND_TO_WALLET') return state.refunds.find(isIts)
  return type === 'REFUND_TX_TO_WALLET' ? state.transactionRefunds.find(isIts) : undefined
}

/** "The payment, the transaction or the wallet's move that it had come from." */
function originOf(ctx: SandboxContext, move: WalletMove): number {
  const refund = broughtBy(ctx, move)
  if (!refund) return move.id
  return 'transactionId' in refund ? refund.transactionId : refund.paymentId
}

/** The payment whose card or account the money goes back to. */
function paymentBehind(ctx: SandboxContext, move: WalletMove): Payment | undefined {
  const paymentId = broughtBy(ctx, move)?.paymentId ?? move.transactionId
  return ctx.state.payments.find(({ id, merchant }) => id === paymentId && merchant === move.merchant)
}

const NOT_REFUNDABLE = ApiError.invalid('4182', {
  tr: 'Cüzdan hareketi bu tutarda iade edilemez',
  en: 'This much of the wallet transaction cannot go back',
})
