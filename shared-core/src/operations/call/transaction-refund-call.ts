import type { Gateway } from '../../client/gateway'
import { toWireNumber } from '../../money'
import type { OperationStep } from '../../platform'
import { answerOf, knowledgeOf } from './answers'
import { judgeRecords } from './judge-records'
import { readAnswer } from './read-answer'
import { refundRecord } from './refund-record'
import type { StepAnswer, StepCall } from './step-call'
import { transactionRefunds } from './transaction-refunds'

export interface TransactionRefund {
  readonly gateway: Gateway
  readonly paymentId: number
  readonly transactionId: number
  readonly step: OperationStep
}

/** A refund of a part of one transaction. developer.craftgate.io/api/refund/refund-transaction */
export function transactionRefundCall({
  gateway,
  paymentId,
  transactionId,
  step,
}: TransactionRefund): StepCall {
  const search = { paymentId, paymentTransactionId: transactionId }

  async function send(): Promise<StepAnswer> {
    const door = gateway.within({ idempotencyKey: step.key }).payment()
    const answer = await door.refundPaymentTransaction({
      paymentTransactionId: transactionId,
      conversationId: step.key,
      refundPrice: toWireNumber(step.amount),
    })
    return judgeAnswer(answer)
  }

  async function ask(): Promise<StepAnswer> {
    const records = await transactionRefunds(gateway, search, step.key)
    return judgeRecords(records) ?? { is: 'absent' }
  }

  async function follow(): Promise<StepAnswer> {
    if (step.refundId === undefined) return ask()
    return judgeAnswer(await gateway.payment().retrievePaymentTransactionRefund(step.refundId))
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
