import type { Gateway } from '../../gateway/gateway'
import type { IntentLeg, MoneyIntent } from '../../platform'
import { captureCall } from './capture-call'
import type { LegCall } from './leg-call'
import { transactionRefundCall } from './transaction-refund-call'
import { wholeRefundCall } from './whole-refund-call'

/** The request at Craftgate that this leg stands for. */
export function callFor(gateway: Gateway, intent: MoneyIntent, leg: IntentLeg): LegCall {
  const { paymentId } = intent
  if (intent.kind === 'capture') return captureCall({ gateway, paymentId, leg })
  if (leg.transactionId === undefined) return wholeRefundCall({ gateway, paymentId, leg })
  return transactionRefundCall({ gateway, paymentId, transactionId: leg.transactionId, leg })
}
