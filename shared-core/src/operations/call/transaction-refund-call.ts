import type { CraftgateClient } from '../../client/operations'
import { toWireNumber } from '../../money'
import type { OperationStep } from '../../platform'
import { answerOf, knowledgeOf } from './answers'
import { judgeRecords } from './judge-records'
import { readAnswer } from './read-answer'
import { refundRecord } from './refund-record'
import type { StepAnswer, StepCall } from './step-call'
import { transactionRefunds } from './transaction-refunds'

export interface TransactionRefund {
  readonly client: CraftgateClient
  readonly paymentId: number
  readonly transactionId: number
  readonly step: OperationStep
}

/** A refund of a part of one transaction. developer.craftgate.io/api/refund/refund-transaction */
export function transactionRefundCall({
  client,
  paymentId,
  transactionId,
  step,
}: TransactionRefund): StepCall {
  const search = { paymentId, paymentTransactionId: transactionId }

  async function send(): Promise<StepAnswer> {
    const body = {
      paymentTransactionId: transactionId,
      conversationId: step.key,
      refundPrice: toWireNumber(step.amount),
    }
    return judgeAnswer(await client.call('refundPaymentTransaction', { body }, { idempotencyKey: step.key }))
  }

  async function ask(): Promise<StepAnswer> {
    const records = await transactionRefunds(client, search, step.key)
    return judgeRecords(records) ?? { is: 'absent' }
  }

  async function follow(): Promise<StepAnswer> {
    if (step.refundId === undefined) return ask()
    const path = { paymentTransactionRefundId: step.refundId }
    return judgeAnswer(await client.call('retrievePaymentTransactionRefund', { path }))
  }

  return {
    send: () => answerOf(send),
    ask: () => knowledgeOf(ask),
    follow: () => knowledgeOf(follow),
  }
}

function judgeAnswer(answer: unknown): StepAnswer {
  return judgeRecords([readAnswer(refundRecord, answer)]) ?? { is: 'unclear', why: 'unknown-status' }
}
