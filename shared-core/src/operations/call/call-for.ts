import type { StepContext } from '../run'
import { captureCall } from './capture-call'
import type { StepCall } from './step-call'
import { transactionRefundCall } from './transaction-refund-call'
import { wholeRefundCall } from './whole-refund-call'

/** The request at Craftgate that this step stands for. */
export function callFor({ operation, step, run: { client } }: StepContext): StepCall {
  const { paymentId } = step
  if (operation.kind === 'capture') return captureCall({ client, paymentId, step })
  if (step.transactionId === undefined) return wholeRefundCall({ client, paymentId, step })
  return transactionRefundCall({ client, paymentId, transactionId: step.transactionId, step })
}
