import type { Step } from '../run'
import { captureCall } from './capture-call'
import type { LegCall } from './leg-call'
import { transactionRefundCall } from './transaction-refund-call'
import { wholeRefundCall } from './whole-refund-call'

/** The request at Craftgate that this leg stands for. */
export function callFor({ intent, leg, run: { gateway } }: Step): LegCall {
  const { paymentId } = intent
  if (intent.kind === 'capture') return captureCall({ gateway, paymentId, leg })
  if (leg.transactionId === undefined) return wholeRefundCall({ gateway, paymentId, leg })
  return transactionRefundCall({ gateway, paymentId, transactionId: leg.transactionId, leg })
}
