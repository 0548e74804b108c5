import { paymentError } from '../../errors/payment-errors'
import type { SandboxContext } from '../context'
import { endMoveRefund } from '../wallets/refund-move'
import { enqueueRefundWebhook } from './refund-payment'
import { enqueueTransactionRefundWebhook } from './refund-transaction'

/** The bank made up its mind about every refund that it kept waiting, those of wallet moves too. Returns how many. */
export function finishWaiting(ctx: SandboxContext, status: 'SUCCESS' | 'FAILURE'): number {
  const { refunds, transactionRefunds, walletRefunds } = ctx.state
  const error = status === 'FAILURE' ? paymentError('REFUND_DECLINE') : undefined
  const waits = (refund: { readonly status: string }) => refund.status === 'WAITING'
  const [whole, partly, ofMoves] = [
    refunds.filter(waits),
    transactionRefunds.filter(waits),
    walletRefunds.filter(waits),
  ]
  for (const refund of whole) enqueueRefundWebhook(ctx, Object.assign(refund, { status, error }))
  for (const refund of partly) enqueueTransactionRefundWebhook(ctx, Object.assign(refund, { status, error }))
  for (const refund of ofMoves) endMoveRefund(ctx, refund, error)
  return whole.length + partly.length + ofMoves.length
}
