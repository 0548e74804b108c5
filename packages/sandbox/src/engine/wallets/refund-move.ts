import type { Schema } from '@craftgate-commerce/openapi'
import { ApiError } from '../../errors/api-error'
import { nextId, type SandboxContext } from '../context'
import { bankReferences } from '../payments/finish-payment'
import { walletOf } from './find-wallet'
import { writeMove } from './move-wallet'
import type { WalletMove, WalletRefund } from './wallet'
import { balanceOf } from './wallet-balance'

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
  const gone = refundsOfMove(ctx, move).reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(0, Math.min((move.returnable ?? move.amount) - gone, balanceOf(ctx, walletOf(ctx, move))))
}

/** Gives a part of a move back to where it came from. Throws a validation error above what is refundable. */
export function refundMove(
  ctx: SandboxContext,
  { move, amount }: { readonly move: WalletMove; readonly amount: number },
): WalletRefund {
  const way = WAYS_BACK[move.type]
  if (!way || amount <= 0 || amount > refundableOfMove(ctx, move)) throw NOT_REFUNDABLE
  const id = nextId(ctx, move.merchant)
  const refund: WalletRefund = {
    ...{ id, merchant: move.merchant, moveId: move.id, amount, currency: move.currency, origin: way.origin },
    ...{ createdAt: ctx.clock.now(), transactionId: originOf(ctx, move), ...bankReferences(id) },
  }
  ctx.state.walletRefunds.push(refund)
  const { memberId: buyerMemberId, currency } = move
  writeMove(
    ctx,
    { merchant: move.merchant, buyerMemberId, currency },
    { type: way.leavesAs, amount: -amount, transactionId: id },
  )
  return refund
}

/** "The payment, the transaction or the wallet's move that it had come from." */
function originOf({ state }: SandboxContext, { id, type, transactionId, merchant }: WalletMove): number {
  const isIts = (refund: { id: number; merchant: string }) =>
    refund.id === transactionId && refund.merchant === merchant
  if (type === 'CANCEL_REFUND_TO_WALLET') return state.refunds.find(isIts)?.paymentId ?? id
  if (type === 'REFUND_TX_TO_WALLET') return state.transactionRefunds.find(isIts)?.transactionId ?? id
  return id
}

const NOT_REFUNDABLE = ApiError.invalid('4182', {
  tr: 'Cüzdan hareketi bu tutarda iade edilemez',
  en: 'This much of the wallet transaction cannot go back',
})
