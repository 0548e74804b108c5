// What Craftgate's records say of a request that moves money, and whether they are about what was asked.
import { z } from 'zod'
import { describeErrorGroup } from '../client'
import type { Localized } from '../messages/localized'
import { compare, type Money } from '../money'
import { amountShape, readAmount } from '../payment'
import type { ErrorFacts, PaymentFacts } from '../payment/outcome'
import type { OperationStep } from '../platform'
import { answerDiffers, inWords, rejection } from './operation-message'

/** What is known of a step after it was sent, asked about or followed. */
export type StepAnswer =
  | { readonly is: 'done'; readonly refundId?: number; readonly cancelled?: boolean }
  /** The bank works on it. */
  | { readonly is: 'waiting'; readonly refundId?: number }
  | { readonly is: 'failed'; readonly error: ErrorFacts }
  /** A refund of the whole payment that went well for some transactions only: a step for each of them instead. */
  | { readonly is: 'split'; readonly steps: readonly OperationStep[]; readonly error: ErrorFacts }
  /** Not one byte of it left this machine. */
  | { readonly is: 'not-sent'; readonly worthRepeating: boolean }
  /** Craftgate itself answered that it cannot now: the request ended there, and may be repeated at once. */
  | { readonly is: 'put-off'; readonly serverError?: string; readonly retryAfterMs?: number }
  /** It may have happened. `refusal`: Craftgate did answer, with an error that does not say whether the bank did it. */
  | { readonly is: 'unclear'; readonly why: string; readonly refusal?: ErrorFacts }
  /** Craftgate, asked about it, does not know it. */
  | { readonly is: 'not-found' }

const text = z.string().nullish()
const whole = z.number().nullish()

const errorShape = z.object({ errorCode: text, errorDescription: text, errorGroup: text }).nullish()

/** A refund as Craftgate tells it, of a payment or of a transaction, in an answer or in a report. */
const refundShape = z.object({
  id: whole,
  status: z.string(),
  conversationId: text,
  refundPrice: amountShape.nullish(),
  currency: text,
  paymentId: whole,
  paymentTransactionId: whole,
  refundType: text,
  error: errorShape,
})

export type RefundRecord = z.output<typeof refundShape>

const wholeRefundShape = refundShape.extend({ paymentTransactionRefunds: z.array(refundShape).nullish() })
const pageShape = z.object({ items: z.array(refundShape), totalSize: whole })

/** Throws ZodError for what cannot be read, like its neighbours. */
export const readRefund = (answer: unknown): RefundRecord => refundShape.parse(answer)
export const readRefundPage = (answer: unknown) => pageShape.parse(answer)
export const readRefunds = (answer: readonly unknown[]): readonly RefundRecord[] => answer.map(readRefund)
export function readWholeRefund(answer: unknown) {
  const { paymentTransactionRefunds, ...record } = wholeRefundShape.parse(answer)
  return { record, parts: paymentTransactionRefunds ?? [] }
}

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
  if (mine.length === 0 && stranger !== undefined) return differs(step, [stranger])
  if (mine.length > 1 && step.transactionId !== undefined) return differs(step, mine)
  const [success, waiting] = [mine.find(({ status }) => status === 'SUCCESS'), mine[0]]
  if (success !== undefined) {
    return { is: 'done', refundId: success.id ?? undefined }
  }
  if (waiting !== undefined) return { is: 'waiting', refundId: waiting.id ?? undefined }
  const failure = records.find(({ status }) => status === 'FAILURE')
  return failure && { is: 'failed', error: errorOf(failure) }
}

/** What the refunds of all transactions say of the whole, when they do not contradict each other (`isMixed`). */
export function matchParts(step: OperationStep, parts: readonly RefundRecord[]): StepAnswer | undefined {
  const held = parts.filter(({ status }) => status === 'SUCCESS' || status === 'WAITING')
  if (held.length === 0) return matchRefundRecords(step, parts)
  const isOurs = held.every((part) => isOfPayment(step, part)) && sumsUp(step, held)
  if (!isOurs) return differs(step, held)
  return { is: held.some(({ status }) => status === 'WAITING') ? 'waiting' : 'done' }
}

/** True when some transactions were refunded, or are being refunded, and others were refused. */
export function isMixed(parts: readonly RefundRecord[]): boolean {
  const refused = parts.filter((part) => part.status === 'FAILURE').length
  return refused > 0 && refused < parts.length
}

/** Amount, currency, payment and transaction; what Craftgate leaves out contradicts nothing, but for the amount. */
function isAsAsked(step: OperationStep, record: RefundRecord): boolean {
  const amount = amountOf(step, record)
  const sameTransaction =
    record.paymentTransactionId == null || record.paymentTransactionId === step.transactionId
  return isOfPayment(step, record) && sameTransaction && amount !== undefined && same(amount, step.amount)
}

const isOfPayment = (step: OperationStep, { paymentId }: RefundRecord): boolean =>
  paymentId == null || paymentId === step.paymentId

const same = (a: Money, b: Money): boolean => a.currency === b.currency && compare(a, b) === 0

function amountOf({ amount }: OperationStep, { refundPrice, currency }: RefundRecord): Money | undefined {
  return refundPrice == null ? undefined : readAmount(refundPrice, currency ?? amount.currency)
}

/** Each part may have lost less than a minor unit to rounding. */
function sumsUp(step: OperationStep, parts: readonly RefundRecord[]): boolean {
  const amounts = parts.map((part) => amountOf(step, part))
  if (amounts.some((amount) => amount === undefined || amount.currency !== step.amount.currency)) return false
  const sum = amounts.reduce((all, amount) => all + (amount?.minor ?? 0), 0)
  return sum <= step.amount.minor && step.amount.minor - sum < parts.length
}

function differs(step: OperationStep, records: readonly RefundRecord[]): StepAnswer {
  const asked = describe(step.amount, step.paymentId, step.transactionId)
  const found = records.map((record) => {
    const { paymentId, paymentTransactionId } = record
    return describe(amountOf(step, record), paymentId, paymentTransactionId)
  })
  const list = (language: 'tr' | 'en') => found.map((each) => each[language]).join(' + ')
  return {
    is: 'failed',
    error: answerDiffers({
      tr: `istenen ${asked.tr}, bulunan ${list('tr')}`,
      en: `asked ${asked.en}, found ${list('en')}`,
    }),
  }
}

function describe(
  amount: Money | undefined,
  paymentId?: number | null,
  transactionId?: number | null,
): Localized {
  const words = amount === undefined ? { tr: 'tutarsız', en: 'no amount' } : inWords(amount)
  const ids = `${paymentId == null ? '' : ` #${paymentId}`}${transactionId == null ? '' : `/${transactionId}`}`
  return { tr: `${words.tr}${ids}`, en: `${words.en}${ids}` }
}

/** Why a refund failed. Its code is `refund-failed` when Craftgate gave no reason. */
export function errorOf(record: Pick<RefundRecord, 'error'> | undefined): ErrorFacts {
  const { errorCode, errorDescription, errorGroup } = record?.error ?? {}
  if (errorCode == null) return { code: REFUND_FAILED, message: noReason }
  return {
    code: errorCode,
    group: errorGroup ?? undefined,
    description: errorDescription ?? undefined,
    message: errorGroup == null ? undefined : describeErrorGroup(errorGroup).merchant,
  }
}

export const REFUND_FAILED = 'refund-failed'

const noReason: Localized = {
  tr: 'Banka iadeyi gerekçe bildirmeden reddetti.',
  en: 'The bank refused it without giving a reason.',
}

/** A refund of the whole that was carried out for some transactions only: a step with its own end for each. */
export function splitSteps(
  step: OperationStep,
  transactions: readonly { readonly id: number; readonly price: Money; readonly paidPrice: Money }[],
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
  return { is: 'split', steps, error: errorOf(parts.find(({ status }) => status === 'FAILURE')) }
}

const captureShape = z.object({
  id: z.number(),
  paymentStatus: z.string(),
  paidPrice: amountShape,
  currency: z.string(),
  paymentError: errorShape,
})

/** What Craftgate answered to a post-auth. Throws ZodError. */
export function matchCaptureAnswer(step: OperationStep, answer: unknown): StepAnswer {
  const { id, paymentStatus, paidPrice, currency, paymentError } = captureShape.parse(answer)
  if (paymentStatus === 'FAILURE') return { is: 'failed', error: errorOf({ error: paymentError }) }
  if (paymentStatus !== 'SUCCESS') return { is: 'unclear', why: 'unknown-status' }
  const amount = readAmount(paidPrice, currency)
  if (id === step.paymentId && same(amount, step.amount)) return { is: 'done' }
  const [asked, found] = [describe(step.amount, step.paymentId), describe(amount, id)]
  return {
    is: 'failed',
    error: answerDiffers({
      tr: `istenen ${asked.tr}, bulunan ${found.tr}`,
      en: `asked ${asked.en}, found ${found.en}`,
    }),
  }
}

/** A post-auth carries no conversationId; that it happened shows in the payment's phase. */
export function matchCaptureReport(
  step: OperationStep,
  payment: Pick<PaymentFacts, 'phase' | 'paidPrice'> & { readonly refunded: string },
): StepAnswer {
  if (payment.phase === 'PRE_AUTH') {
    return payment.refunded === 'everything' ? { is: 'failed', error: cancelled } : { is: 'not-found' }
  }
  if (same(payment.paidPrice, step.amount)) return { is: 'done' }
  const amount = inWords(payment.paidPrice)
  const { error } = rejection('captured-already', {
    tr: `Provizyon başka bir tutarla kapatılmış: ${amount.tr}.`,
    en: `It was captured with another amount: ${amount.en}.`,
  })
  return { is: 'failed', error }
}

const { error: cancelled } = rejection('gone', {
  tr: 'Ön provizyon iptal edilmiş.',
  en: 'The pre-authorization was cancelled.',
})
