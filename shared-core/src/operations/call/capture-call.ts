import { z } from 'zod'
import type { CraftgateClient } from '../../client/operations'
import { compare, toWireNumber } from '../../money'
import type { ErrorFacts } from '../../payment/outcome'
import type { OperationStep } from '../../platform'
import { inWords, refusal } from '../plan/refusal'
import { answerOf, knowledgeOf } from './answers'
import { readAnswer } from './read-answer'
import { errorOf, refundRecord } from './refund-record'
import { type ReportedPayment, reportedPayment } from './reported-payment'
import type { StepAnswer, StepCall } from './step-call'

const captured = z.object({ paymentStatus: z.string(), paymentError: refundRecord.shape.error })

export interface Capture {
  readonly client: CraftgateClient
  readonly paymentId: number
  readonly step: OperationStep
}

/**
 * The post-auth of a pre-authorization. It carries no conversationId; that it happened shows in the payment's phase.
 * developer.craftgate.io/api/payment/pre-auth-post-auth-payment
 */
export function captureCall({ client, paymentId, step }: Capture): StepCall {
  async function send(): Promise<StepAnswer> {
    const args = { path: { paymentId }, body: { paidPrice: toWireNumber(step.amount) } }
    const answer = await client.call('postAuthPayment', args, { idempotencyKey: step.key })
    return judgeAnswer(answer)
  }

  async function ask(): Promise<StepAnswer> {
    return judgeReport(await reportedPayment(client, paymentId), step)
  }

  return { send: () => answerOf(send), ask: () => knowledgeOf(ask), follow: () => knowledgeOf(ask) }
}

function judgeAnswer(answer: unknown): StepAnswer {
  const { paymentStatus, paymentError } = readAnswer(captured, answer)
  if (paymentStatus === 'SUCCESS') return { is: 'done' }
  if (paymentStatus !== 'FAILURE') return { is: 'unclear', why: 'unknown-status' }
  return { is: 'failed', error: errorOf({ status: paymentStatus, error: paymentError }) }
}

function judgeReport(payment: ReportedPayment, step: OperationStep): StepAnswer {
  if (payment.phase === 'PRE_AUTH') {
    return payment.refunded === 'everything' ? { is: 'failed', error: cancelled } : { is: 'absent' }
  }
  if (compare(payment.paidPrice, step.amount) === 0) return { is: 'done' }
  return { is: 'failed', error: otherAmount(payment) }
}

const { error: cancelled } = refusal('gone', {
  tr: 'Ön provizyon iptal edilmiş.',
  en: 'The pre-authorization was cancelled.',
})

function otherAmount(payment: ReportedPayment): ErrorFacts {
  const amount = inWords(payment.paidPrice)
  return refusal('captured-already', {
    tr: `Provizyon başka bir tutarla kapatılmış: ${amount.tr}.`,
    en: `It was captured with another amount: ${amount.en}.`,
  }).error
}
