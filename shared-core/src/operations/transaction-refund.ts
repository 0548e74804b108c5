// A refund of a part of one transaction: the request, and what Craftgate's records say of it.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { type Money, toWireNumber } from '../money'
import { amountShape, idShape, readAmount } from '../payment'
import type { OperationStep } from '../platform'
import { sameAmount } from './operation'
import {
  differs,
  errorShape,
  notFound,
  recordedError,
  type StepAnswer,
  type StepRequest,
  stepRequest,
  unknownStatus,
} from './step-request'

/**
 * developer.craftgate.io/api/refund/refund-transaction. What was given back outside is only marked, by a call that no page of
 * the portal describes; its record is a refund like any other.
 */
export function transactionRefundRequest(
  client: CraftgateClient,
  step: OperationStep,
  paymentTransactionId: number,
): StepRequest {
  const { key: conversationId, paymentId, amount, refundId: paymentTransactionRefundId } = step
  const keyed = client.within({ idempotencyKey: step.key })
  const { chargeFromMe, destination } = step
  const body = { paymentTransactionId, conversationId, refundPrice: toWireNumber(amount) }

  const call = () =>
    destination === 'OUTSIDE'
      ? keyed.call('markPaymentTransactionAsRefunded', { body })
      : keyed.call('refundPaymentTransaction', {
          body: { ...body, chargeFromMe, refundDestinationType: destination },
        })

  const read = (answer: unknown) => matchRefundRecords(step, [readRefund(answer)]) ?? unknownStatus

  async function ask(): Promise<StepAnswer> {
    const records = await searchRefunds(client, { paymentId, paymentTransactionId }, step)
    return matchRefundRecords(step, records) ?? notFound
  }

  async function follow(): Promise<StepAnswer> {
    if (paymentTransactionRefundId === undefined) return ask()
    const path = { paymentTransactionRefundId }
    return read(await client.call('retrievePaymentTransactionRefund', { path }))
  }

  return stepRequest({ send: { call, read }, ask, follow })
}

const text = z.string().nullish()
const id = idShape.nullish()

/** A refund as Craftgate tells it, of a payment or of a transaction, in an answer or in a report. */
export const refundShape = z.object({
  id,
  status: z.string(),
  conversationId: text,
  createdDate: z.string().optional().catch(undefined),
  refundPrice: amountShape.nullish(),
  currency: text,
  paymentId: id,
  paymentTransactionId: id,
  refundType: text,
  error: errorShape,
})

export type RefundRecord = z.output<typeof refundShape>

const pageShape = z.object({ items: z.array(refundShape), totalSize: z.number().nullish() })

/** Throws ZodError for what cannot be read. */
export const readRefund = (answer: unknown): RefundRecord => refundShape.parse(answer)

/**
 * What the records of one request say. A request that was made twice may have left a failure before its success:
 * success counts first, then waiting. Undefined when there is no record with a status that is known.
 */
export function matchRefundRecords(
  step: OperationStep,
  records: readonly RefundRecord[],
): StepAnswer | undefined {
  const held = records.filter(({ status }) => status === 'SUCCESS' || status === 'WAITING')
  const mine = held.filter((record) => isAsAsked(step, record))
  const [stranger] = held.filter((record) => !mine.includes(record))
  if (mine.length === 0 && stranger !== undefined) return refundDiffers(step, [stranger])
  if (mine.length > 1 && step.transactionId !== undefined) return refundDiffers(step, mine)
  const [success, waiting] = [mine.find(({ status }) => status === 'SUCCESS'), mine[0]]
  if (success !== undefined) return { is: 'done', refundId: success.id ?? undefined }
  if (waiting !== undefined) return { is: 'waiting', refundId: waiting.id ?? undefined }
  const failure = records.find(({ status }) => status === 'FAILURE')
  return failure && { is: 'failed', error: recordedError(failure.error) }
}

/** Amount, currency, payment and transaction; what Craftgate leaves out contradicts nothing, but for the amount. */
function isAsAsked(step: OperationStep, record: RefundRecord): boolean {
  const amount = amountOf(step, record)
  const sameTransaction =
    record.paymentTransactionId == null || record.paymentTransactionId === step.transactionId
  return (
    isOfPayment(step, record) && sameTransaction && amount !== undefined && sameAmount(amount, step.amount)
  )
}

export const isOfPayment = (step: OperationStep, { paymentId }: RefundRecord): boolean =>
  paymentId == null || paymentId === step.paymentId

export function amountOf(
  { amount }: OperationStep,
  { refundPrice, currency }: RefundRecord,
): Money | undefined {
  return refundPrice == null ? undefined : readAmount(refundPrice, currency ?? amount.currency)
}

/** The records are about something else than was asked. */
export const refundDiffers = (step: OperationStep, records: readonly RefundRecord[]): StepAnswer =>
  differs(
    step,
    records.map((record) => ({
      amount: amountOf(step, record),
      paymentId: record.paymentId,
      transactionId: record.paymentTransactionId,
    })),
  )

const PAGE_SIZE = 50

interface RefundSearch {
  readonly paymentId: number
  readonly paymentTransactionId?: number
}

/** Those that carry a key of this step. Throws as `transactionRefundsOf`. */
export async function searchRefunds(
  client: CraftgateClient,
  search: RefundSearch,
  step: OperationStep,
): Promise<readonly RefundRecord[]> {
  return (await transactionRefundsOf(client, search)).filter((record) => isOfStep(step, record))
}

/**
 * Refunds of a payment's transactions, all pages. developer.craftgate.io/api/payment-reports/search-transaction-refunds. Throws
 * CraftgateError.
 */
export async function transactionRefundsOf(
  client: CraftgateClient,
  search: RefundSearch,
): Promise<readonly RefundRecord[]> {
  const all: RefundRecord[] = []
  for (let page = 0; ; page += 1) {
    const answer = await client.call('searchPaymentTransactionRefunds', {
      query: { ...search, page, size: PAGE_SIZE },
    })
    const { items, totalSize } = readAnswer(pageShape, answer, 'refunds of a payment')
    all.push(...items)
    if (items.length === 0 || all.length >= (totalSize ?? 0)) break // Craftgate may make pages smaller than asked
  }
  return all
}

export const isOfStep = (
  { key, earlierKeys = [] }: OperationStep,
  { conversationId }: RefundRecord,
): boolean => conversationId != null && (conversationId === key || earlierKeys.includes(conversationId))
