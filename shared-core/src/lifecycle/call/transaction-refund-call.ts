import type { Gateway } from '../../gateway/gateway'
import { toWireNumber } from '../../money'
import type { IntentLeg } from '../../platform'
import { answerOf, knowledgeOf } from './answers'
import { judgeRecords } from './judge-records'
import type { LegAnswer, LegCall } from './leg-call'
import { readAnswer } from './read-answer'
import { refundRecord } from './refund-record'
import { transactionRefunds } from './transaction-refunds'

export interface TransactionRefund {
  readonly gateway: Gateway
  readonly paymentId: number
  readonly transactionId: number
  readonly leg: IntentLeg
}

/** A refund of a part of one transaction. developer.craftgate.io/api/refund/refund-transaction */
export function transactionRefundCall({
  gateway,
  paymentId,
  transactionId,
  leg,
}: TransactionRefund): LegCall {
  const search = { paymentId, paymentTransactionId: transactionId }

  async function send(): Promise<LegAnswer> {
    const door = gateway.within({ idempotencyKey: leg.key }).payment()
    const answer = await door.refundPaymentTransaction({
      paymentTransactionId: transactionId,
      conversationId: leg.key,
      refundPrice: toWireNumber(leg.amount),
    })
    return judgeAnswer(answer)
  }

  async function ask(): Promise<LegAnswer> {
    const records = await transactionRefunds(gateway, search, leg.key)
    return judgeRecords(records) ?? { is: 'absent' }
  }

  async function follow(): Promise<LegAnswer> {
    if (leg.refundId === undefined) return ask()
    return judgeAnswer(await gateway.payment().retrievePaymentTransactionRefund(leg.refundId))
  }

  return {
    send: () => answerOf(send),
    ask: () => knowledgeOf(ask),
    follow: () => knowledgeOf(follow),
  }
}

function judgeAnswer(answer: unknown): LegAnswer {
  return judgeRecords([readAnswer(refundRecord, answer)]) ?? { is: 'unclear', why: 'unknown-status' }
}
