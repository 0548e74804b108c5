// Every call that operations make of Craftgate: what they read to plan, and the request behind each step.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { unreadableAnswer } from '../client/errors'
import { CraftgateError } from '../errors'
import { InvalidMoneyError, type Money, toWireNumber } from '../money'
import {
  amountShape,
  type PaymentFacts,
  type ReportedPayment,
  readAmount,
  readPayment,
  readReportedPayment,
} from '../payment'
import type { OperationStep, PaymentOperation } from '../platform'
import {
  errorOf,
  isMixed,
  matchCaptureAnswer,
  matchCaptureReport,
  matchParts,
  matchRefundRecords,
  REFUND_FAILED,
  type RefundRecord,
  readRefund,
  readRefundPage,
  readRefunds,
  readWholeRefund,
  type StepAnswer,
  splitSteps,
} from './craftgate-records'
import { errorFacts } from './operation-message'

/** developer.craftgate.io/api/payment-reports/retrieve-payment. Throws CraftgateError. */
export async function reportedPayment(client: CraftgateClient, paymentId: number): Promise<ReportedPayment> {
  return readReportedPayment(await client.call('retrievePaymentReport', { path: { paymentId } }))
}

/** developer.craftgate.io/api/payment/retrieve-payment. Throws CraftgateError. */
export async function paymentById(client: CraftgateClient, paymentId: number): Promise<PaymentFacts> {
  return readPayment(await client.call('retrievePayment', { path: { id: paymentId } }))
}

const transactionShape = z.object({
  id: z.number(),
  externalId: z.string().nullish(),
  price: amountShape,
  paidPrice: amountShape,
  refundablePrice: amountShape.nullish(),
})
const transactionPage = z.object({ items: z.array(transactionShape), totalSize: z.number().nullish() })
const wholePayment = z.object({ paymentTransactions: z.array(transactionShape) })

/** One transaction as the report tells it. */
export interface ReportedTransaction {
  readonly id: number
  readonly externalId?: string
  readonly price: Money
  readonly paidPrice: Money
  /** Card money that can still go back, whoever refunded the rest. */
  readonly refundable: Money
}

/**
 * The payment's transactions in basket order (they are numbered in it).
 * developer.craftgate.io/api/payment-reports/search-payment-transactions; what is not on its only page is read from
 * the payment itself, which does not say what is refundable. Throws CraftgateError.
 */
export async function reportedTransactions(
  client: CraftgateClient,
  { paymentId, price: { currency } }: Pick<PaymentFacts, 'paymentId' | 'price'>,
): Promise<readonly ReportedTransaction[]> {
  const report = readAs(
    transactionPage,
    await client.call('retrievePaymentTransactions', { path: { paymentId } }),
  )
  const known = new Set(report.items.map(({ id }) => id))
  const isAll = (report.totalSize ?? 0) <= known.size
  const all = isAll
    ? []
    : readAs(wholePayment, await client.call('retrievePayment', { path: { id: paymentId } }))
        .paymentTransactions
  const rows = [...report.items, ...all.filter(({ id }) => !known.has(id))].sort((a, b) => a.id - b.id)
  const amount = (value: string | number) => readAmount(value, currency)
  return rows.map(({ id, externalId, price, paidPrice, refundablePrice }) => ({
    id,
    externalId: externalId ?? undefined,
    price: amount(price),
    paidPrice: amount(paidPrice),
    refundable: amount(refundablePrice ?? paidPrice),
  }))
}

function readAs<T>(shape: z.ZodType<T>, answer: unknown): T {
  const read = shape.safeParse(answer)
  if (read.success) return read.data
  throw unreadableAnswer("a payment's transactions", read.error)
}

/** The request that a step stands for, and the ways to find out what became of it. None of them throws CraftgateError. */
export interface StepRequest {
  send(): Promise<StepAnswer>
  /** By the step's keys, when the answer was lost. */
  ask(): Promise<StepAnswer>
  /** Of a refund that the bank works on. */
  follow(): Promise<StepAnswer>
}

export function requestOf(
  client: CraftgateClient,
  { kind }: PaymentOperation,
  step: OperationStep,
): StepRequest {
  const keyed = client.within({ idempotencyKey: step.key })
  const { send, ask, follow } = partsOf(client, keyed, kind, step)
  return { send: () => sent(send), ask: () => known(ask), follow: () => known(follow) }
}

interface Parts {
  /** The call, and how its answer is read. */
  readonly send: { call(): Promise<unknown>; read(answer: unknown): StepAnswer | Promise<StepAnswer> }
  ask(): Promise<StepAnswer>
  follow(): Promise<StepAnswer>
}

function partsOf(
  client: CraftgateClient,
  keyed: CraftgateClient,
  kind: PaymentOperation['kind'],
  step: OperationStep,
): Parts {
  if (kind === 'capture') return captureParts(client, keyed, step)
  if (step.transactionId === undefined) return wholeRefundParts(client, keyed, step)
  return transactionRefundParts(client, keyed, step, step.transactionId)
}

/** developer.craftgate.io/api/payment/pre-auth-post-auth-payment */
function captureParts(client: CraftgateClient, keyed: CraftgateClient, step: OperationStep): Parts {
  const { paymentId, amount } = step
  const ask = async () => matchCaptureReport(step, await reportedPayment(client, paymentId))
  return {
    send: {
      call: () =>
        keyed.call('postAuthPayment', { path: { paymentId }, body: { paidPrice: toWireNumber(amount) } }),
      read: (answer) => matchCaptureAnswer(step, answer),
    },
    ask,
    follow: ask,
  }
}

/** A refund of a part of one transaction. developer.craftgate.io/api/refund/refund-transaction */
function transactionRefundParts(
  client: CraftgateClient,
  keyed: CraftgateClient,
  step: OperationStep,
  paymentTransactionId: number,
): Parts {
  const { key: conversationId, paymentId, amount, refundId } = step
  const read = (answer: unknown) => matchRefundRecords(step, [readRefund(answer)]) ?? unknownStatus
  const ask = async () => {
    const records = await transactionRefunds(client, { paymentId, paymentTransactionId }, step)
    return matchRefundRecords(step, records) ?? notFound
  }
  const refundPrice = toWireNumber(amount)
  return {
    send: {
      call: () =>
        keyed.call('refundPaymentTransaction', {
          body: { paymentTransactionId, conversationId, refundPrice },
        }),
      read,
    },
    ask,
    follow: async () =>
      refundId === undefined
        ? ask()
        : read(
            await client.call('retrievePaymentTransactionRefund', {
              path: { paymentTransactionRefundId: refundId },
            }),
          ),
  }
}

/**
 * A refund of the whole payment. Craftgate answers with a CANCEL that has an id, or with a REFUND that has none and
 * lists a refund for each transaction. developer.craftgate.io/api/refund/refund-payment
 */
function wholeRefundParts(client: CraftgateClient, keyed: CraftgateClient, step: OperationStep): Parts {
  const { key: conversationId, paymentId, refundId } = step

  async function split(parts: readonly RefundRecord[]): Promise<StepAnswer> {
    const transactions = await reportedTransactions(client, { paymentId, price: step.price })
    return splitSteps(step, transactions, parts)
  }

  async function read(answer: unknown): Promise<StepAnswer> {
    const { record, parts } = readWholeRefund(answer)
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
    const payment = await reportedPayment(client, paymentId)
    const parts = await transactionRefunds(client, { paymentId }, step)
    if (isMixed(parts)) return split(parts)
    const mine = readRefunds(payment.refunds).filter((record) => isOfStep(step, record))
    const verdict = matchParts(step, parts) ?? matchRefundRecords(step, mine)
    if (verdict === undefined && payment.refunded !== 'everything') return notFound
    return withType(verdict ?? { is: 'done', refundId: readRefunds(payment.refunds)[0]?.id ?? undefined })
  }

  /** A report does not tell CANCEL from REFUND; the refund itself does. */
  async function withType(answer: StepAnswer): Promise<StepAnswer> {
    if (answer.is !== 'done' || answer.refundId === undefined) return answer
    return read(await client.call('retrievePaymentRefund', { path: { refundId: answer.refundId } }))
  }

  return {
    send: { call: () => keyed.call('refundPayment', { body: { paymentId, conversationId } }), read },
    ask,
    follow: async () =>
      refundId === undefined
        ? ask()
        : read(await client.call('retrievePaymentRefund', { path: { refundId } })),
  }
}

const PAGE_SIZE = 50

interface RefundSearch {
  readonly paymentId: number
  readonly paymentTransactionId?: number
}

/**
 * Refunds of a payment's transactions that carry a key of this step, all pages.
 * developer.craftgate.io/api/payment-reports/search-transaction-refunds. Throws CraftgateError.
 */
async function transactionRefunds(
  client: CraftgateClient,
  search: RefundSearch,
  step: OperationStep,
): Promise<readonly RefundRecord[]> {
  const all: RefundRecord[] = []
  for (let page = 0; ; page += 1) {
    const answer = await client.call('searchPaymentTransactionRefunds', {
      query: { ...search, page, size: PAGE_SIZE },
    })
    const { items, totalSize } = readRefundPage(answer)
    all.push(...items)
    if (items.length === 0 || all.length >= (totalSize ?? 0)) break // Craftgate may make pages smaller than asked
  }
  return all.filter((record) => isOfStep(step, record))
}

const isOfStep = ({ key, earlierKeys = [] }: OperationStep, { conversationId }: RefundRecord): boolean =>
  conversationId != null && (conversationId === key || earlierKeys.includes(conversationId))

const notFound: StepAnswer = { is: 'not-found' }
const unknownStatus: StepAnswer = { is: 'unclear', why: 'unknown-status' }

/** "More than is left": this request was refused for good, but an earlier one with its key may be why. */
const REFUNDED_BEFORE = 'MAY_HAVE_ALREADY_REFUNDED'

/** True for a refusal that may not be the whole story. */
export const isDoubtful = ({ code, group }: ReturnType<typeof errorOf>): boolean =>
  code === REFUND_FAILED || group === REFUNDED_BEFORE

async function sent({ call, read }: Parts['send']): Promise<StepAnswer> {
  let answer: unknown
  try {
    answer = await call()
  } catch (error) {
    if (CraftgateError.is(error)) return answerOfError(error)
    throw error
  }
  return known(async () => read(answer))
}

/** Codes of what will not pass within seconds. */
const NOT_WORTH_REPEATING: ReadonlySet<string> = new Set([
  'circuit-open',
  'queue-full',
  'cancelled',
  'timeout',
])

function answerOfError(error: CraftgateError): StepAnswer {
  const { code, kind, retry, delivery, retryAfterMs } = error
  if (delivery === 'not-sent') return { is: 'not-sent', worthRepeating: !NOT_WORTH_REPEATING.has(code) }
  if (delivery === 'ended' && kind === 'unavailable') return { is: 'put-off', retryAfterMs }
  if (delivery === 'ended' && kind === 'unknown-outcome')
    return { is: 'put-off', serverError: code, retryAfterMs }
  if (retry === 'no' || error.group === REFUNDED_BEFORE) return { is: 'failed', error: errorFacts(error) }
  return { is: 'unclear', why: code, refusal: kind === 'declined' ? errorFacts(error) : undefined }
}

/** Whatever goes wrong in finding out tells nothing about the request itself. */
async function known(find: () => Promise<StepAnswer> | StepAnswer): Promise<StepAnswer> {
  try {
    return await find()
  } catch (error) {
    if (CraftgateError.is(error)) return { is: 'unclear', why: error.code }
    if (error instanceof z.ZodError || error instanceof InvalidMoneyError)
      return { is: 'unclear', why: 'unreadable-answer' }
    throw error
  }
}
