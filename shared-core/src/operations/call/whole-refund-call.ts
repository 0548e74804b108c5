import { z } from 'zod'
import type { CraftgateClient } from '../../client/operations'
import type { OperationStep } from '../../platform'
import { answerOf, knowledgeOf } from './answers'
import { isMixed, judgeParts, judgeRecords } from './judge-records'
import { readAnswer } from './read-answer'
import { refundRecord } from './refund-record'
import { reportedPayment } from './reported-payment'
import { splitWhole } from './split-whole'
import type { StepAnswer, StepCall } from './step-call'
import { transactionRefunds } from './transaction-refunds'

const wholeRefund = refundRecord.extend({
  refundType: z.string().nullish(),
  paymentTransactionRefunds: z.array(refundRecord).nullish(),
})

export interface WholeRefund {
  readonly client: CraftgateClient
  readonly paymentId: number
  readonly step: OperationStep
}

/**
 * A refund of the whole payment. Craftgate answers with a CANCEL that has an id, or with a REFUND that has none and
 * lists a refund for each transaction. developer.craftgate.io/api/refund/refund-payment
 */
export function wholeRefundCall({ client, paymentId, step }: WholeRefund): StepCall {
  async function send(): Promise<StepAnswer> {
    const args = { body: { paymentId, conversationId: step.key } }
    return judge(await client.call('refundPayment', args, { idempotencyKey: step.key }))
  }

  async function judge(answer: unknown): Promise<StepAnswer> {
    const refund = readAnswer(wholeRefund, answer)
    const parts = refund.paymentTransactionRefunds ?? []
    if (isMixed(parts)) return splitWhole({ client, paymentId, step, parts })
    const verdict = judgeParts(parts) ?? judgeRecords([refund]) ?? { is: 'unclear', why: 'unknown-status' }
    const refundId = refund.id ?? undefined
    if (verdict.is === 'done') return { is: 'done', refundId, cancelled: refund.refundType === 'CANCEL' }
    return verdict.is === 'waiting' ? { is: 'waiting', refundId } : verdict
  }

  /**
   * It is the payment's only refund (that is when it is planned), so without a record of its own it still happened
   * when the whole payment is refunded now: the money is back, whoever sent it.
   */
  async function ask(): Promise<StepAnswer> {
    const payment = await reportedPayment(client, paymentId)
    const parts = await transactionRefunds(client, { paymentId }, step.key)
    if (isMixed(parts)) return splitWhole({ client, paymentId, step, parts })
    const mine = payment.refunds.filter((refund) => refund.conversationId === step.key)
    const verdict = judgeParts(parts) ?? judgeRecords(mine)
    if (verdict === undefined && payment.refunded !== 'everything') return { is: 'absent' }
    return withType(verdict ?? judgeRecords(payment.refunds) ?? { is: 'done' })
  }

  /** A report does not tell CANCEL from REFUND; the refund itself does. */
  async function withType(answer: StepAnswer): Promise<StepAnswer> {
    if (answer.is !== 'done' || answer.refundId === undefined) return answer
    return judge(await client.call('retrievePaymentRefund', { path: { refundId: answer.refundId } }))
  }

  async function follow(): Promise<StepAnswer> {
    if (step.refundId === undefined) return ask()
    return judge(await client.call('retrievePaymentRefund', { path: { refundId: step.refundId } }))
  }

  return { send: () => answerOf(send), ask: () => knowledgeOf(ask), follow: () => knowledgeOf(follow) }
}
