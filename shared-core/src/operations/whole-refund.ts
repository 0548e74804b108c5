// A refund of a whole payment, and a void: the request, and what Craftgate's records say of it.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { type ReportedTransaction, retrieveReport, retrieveTransactions } from '../payment'
import type { OperationStep } from '../platform'
import {
  notFound,
  recordedError,
  type StepAnswer,
  type StepRequest,
  stepRequest,
  unknownStatus,
} from './step-request'
import {
  amountOf,
  isOfPayment,
  isOfStep,
  matchRefundRecords,
  type RefundRecord,
  readRefund,
  refundDiffers,
  refundShape,
  searchRefunds,
} from './transaction-refund'

/**
 * Craftgate answers with a CANCEL that has an id, or with a REFUND that has none and lists a refund for each transaction.
 * developer.craftgate.io/api/refund/refund-payment. Of what was given back outside it answers with such a list only, to a call
 * that no page of the portal describes.
 */
export function wholeRefundRequest(client: CraftgateClient, step: OperationStep): StepRequest {
  const { key: conversationId, paymentId, refundId, chargeFromMe } = step
  const { destination } = step
  const keyed = client.within({ idempotencyKey: step.key })

  async function split(parts: readonly RefundRecord[]): Promise<StepAnswer> {
    const transactions = await retrieveTransactions(client, { paymentId, price: step.price })
    return splitSteps(step, transactions, parts)
  }

  async function read(answer: unknown): Promise<StepAnswer> {
    const { paymentTransactionRefunds, ...record } = answerShape.parse(answer)
    const parts = paymentTransactionRefunds ?? []
    if (isMixed(parts)) return split(parts)
    const verdict = matchParts(step, parts) ?? matchRefundRecords(step, [record]) ?? unknownStatus
    const id = record.id ?? undefined
    if (verdict.is === 'done') return { is: 'done', refundId: id, cancelled: record.refundType === 'CANCEL' }
    return verdict.is === 'waiting' ? { is: 'waiting', refundId: id } : verdict
  }

  /**
   * It is the payment's only refund (that is when it is planned), so without a record of its own it still happened
   * when the whole payment is refunded now: the money is back, whoever sent it.
   */
  async function ask(): Promise<StepAnswer> {
    const payment = await retrieveReport(client, paymentId)
    const parts = await searchRefunds(client, { paymentId }, step)
    if (isMixed(parts)) return split(parts)
    const refunds = payment.refunds.map(readRefund)
    const mine = refunds.filter((record) => isOfStep(step, record))
    const verdict = matchParts(step, parts) ?? matchRefundRecords(step, mine)
    if (verdict === undefined && payment.refunded !== 'everything') return notFound
    return withType(verdict ?? { is: 'done', refundId: refunds[0]?.id ?? undefined })
  }

  /** A report does not tell CANCEL from REFUND; the refund itself does. */
  async function withType(answer: StepAnswer): Promise<StepAnswer> {
    if (answer.is !== 'done' || answer.refundId === undefined) return answer
    return read(await client.call('retrievePaymentRefund', { path: { refundId: answer.refundId } }))
  }

  async function follow(): Promise<StepAnswer> {
    if (refundId === undefined) return ask()
    return read(await client.call('retrievePaymentRefund', { path: { refundId } }))
  }

  async function readMarked(answer: unknown): Promise<StepAnswer> {
    const { items } = markedShape.parse(answer)
    return isMixed(items) ? split(items) : (matchParts(step, items) ?? unknownStatus)
  }

  const body = { paymentId, conversationId }
  const send =
    destination === 'OUTSIDE'
      ? { call: () => keyed.call('markPaymentAsRefunded', { body }), read: readMarked }
      : {
          call: () =>
            keyed.call('refundPayment', {
              body: { ...body, chargeFromMe, refundDestinationType: destination },
            }),
          read,
        }
  return stepRequest({ send, ask, follow })
}

const markedShape = z.object({ items: z.array(refundShape) })

const answerShape = refundShape.extend({ paymentTransactionRefunds: z.array(refundShape).nullish() })

/** What the refunds of all transactions say of the whole, when they do not contradict each other (`isMixed`). */
export function matchParts(step: OperationStep, parts: readonly RefundRecord[]): StepAnswer | undefined {
  const held = parts.filter(({ status }) => status === 'SUCCESS' || status === 'WAITING')
  if (held.length === 0) return matchRefundRecords(step, parts)
  const isOurs = held.every((part) => isOfPayment(step, part)) && sumsUp(step, held)
  if (!isOurs) return refundDiffers(step, held)
  return { is: held.some(({ status }) => status === 'WAITING') ? 'waiting' : 'done' }
}

/** True when some transactions were refunded, or are being refunded, and others were refused. */
export function isMixed(parts: readonly RefundRecord[]): boolean {
  const refused = parts.filter((part) => part.status === 'FAILURE').length
  return refused > 0 && refused < parts.length
}

/** Each part may have lost less than a minor unit to rounding. */
function sumsUp(step: OperationStep, parts: readonly RefundRecord[]): boolean {
  const amounts = parts.map((part) => amountOf(step, part))
  if (amounts.some((amount) => amount === undefined || amount.currency !== step.amount.currency)) return false
  const sum = amounts.reduce((all, amount) => all + (amount?.minor ?? 0), 0)
  return sum <= step.amount.minor && step.amount.minor - sum < parts.length
}

/** A refund of the whole that was carried out for some transactions only: a step with its own end for each. */
function splitSteps(
  step: OperationStep,
  transactions: readonly ReportedTransaction[],
  parts: readonly RefundRecord[],
): StepAnswer {
  const steps = transactions.map(({ id, price, paidPrice: amount }): OperationStep => {
    const part = {
      ...step,
      key: `${step.key}/${id}`,
      earlierKeys: [step.key],
      transactionId: id,
      amount,
      price,
    }
    const answer = matchRefundRecords(
      part,
      parts.filter((record) => record.paymentTransactionId === id),
    )
    if (answer?.is !== 'done' && answer?.is !== 'waiting') return { ...part, state: 'failed' }
    return { ...part, state: answer.is, refundId: answer.refundId }
  })
  return { is: 'split', steps, error: recordedError(parts.find(({ status }) => status === 'FAILURE')?.error) }
}
