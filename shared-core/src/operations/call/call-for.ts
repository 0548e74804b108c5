import type { StepContext } from '../run'
import { captureCall } from './capture-call'
import type { StepCall } from './step-call'
import { transactionRefundCall } from './transaction-refund-call'
import { wholeRefundCall } from './whole-refund-call'

/** The request at Craftgate that this step stands for. */
export function callFor({ operation, step, run: { gateway } }: StepContext): StepCall {
  const { paymentId } = step
  if (operation.kind === 'capture') return captureCall({ gateway, paymentId, step })
  if (step.transactionId === undefined) return wholeRefundCall({ gateway, paymentId, step })
  return transactionRefundCall({ gateway, paymentId, transactionId: step.transactionId, step })
}
