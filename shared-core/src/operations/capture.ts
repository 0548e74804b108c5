// A capture and a void: what they ask of Craftgate, both about whole payments; and the request of a capture. That of a
// void is a refund of the whole payment.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { capturedBefore, capturedOtherwise, captureWholeOnly, OPERATION_ERRORS } from '../messages/operations'
import { compare, type Money, proportion, toWireNumber } from '../money'
import {
  amountShape,
  bankFactsOf,
  idShape,
  type PaymentFacts,
  type ReportedPayment,
  readAmount,
  retrieveReport,
} from '../payment'
import type { OperationStep } from '../platform'
import type { NewKey, OperationPlan, PlanInput } from './context'
import { capturedPrice, refundedByUs, refundedNow, sameAmount, totalPrice } from './operation'
import { checkAmount, ownError, type Rejection, rejection } from './result'
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

type BankFacts = Pick<PaymentFacts, 'bankCommission' | 'blockageResolvedAt'>

/** One payment as a capture or void sees it. */
export interface WholePayment extends BankFacts {
  readonly paymentId: number
  readonly phase: PaymentFacts['phase']
  readonly refunded: ReportedPayment['refunded']
  /** Craftgate's fraud rules hold it until somebody decides in the panel. */
  readonly underReview: boolean
  /** The order's price that was authorized or, once captured, captured. */
  readonly price: Money
  /** What the card was authorized or charged for. */
  readonly paidPrice: Money
}

export function wholePayments({ payments, operations }: PlanInput): readonly WholePayment[] {
  return payments.map((payment) => ({
    paymentId: payment.paymentId,
    phase: payment.phase,
    refunded: refundedNow(payment, refundedByUs(operations, payment.price.currency)),
    underReview: payment.fraud?.action === 'REVIEW',
    price: capturedPrice(payment, operations),
    paidPrice: payment.paidPrice,
    bankCommission: payment.bankCommission,
    blockageResolvedAt: payment.blockageResolvedAt,
  }))
}

export interface CaptureInput {
  /** In the order's price; all that was authorized when absent. */
  readonly amount?: Money
  readonly newKey: NewKey
  /** Said instead of "captured before" of a payment whose method knows no authorization. */
  readonly refusal?: Rejection
}

/**
 * One post-auth request. Its paidPrice is the captured share of what was authorized, interest included; all of it when
 * the whole price is captured. Less and more are the POS's own margin, which only Craftgate knows.
 * Captured before, by whom ever: done when the amounts agree, refused when not. Payments of one attempt that was paid by
 * several are captured whole.
 */
export function planCapture(
  { amount: wanted, newKey, refusal }: CaptureInput,
  payments: readonly WholePayment[],
): OperationPlan | Rejection {
  const total = totalPrice(payments)
  const amount = wanted ?? total
  const wrong = checkAmount(amount, total.currency)
  if (wrong !== undefined) return wrong
  if (payments.some(({ refunded }) => refunded === 'everything'))
    return rejection('gone', OPERATION_ERRORS.paymentGone)
  if (payments.some(({ underReview }) => underReview))
    return rejection('under-review', OPERATION_ERRORS.underReview)
  const whole = compare(amount, total) === 0
  const open = payments.some(({ phase }) => phase === 'PRE_AUTH')
  if (!whole && !open) return refusal ?? rejection('captured-already', capturedBefore(total))
  if (!whole && payments.length > 1) return rejection('whole-only', captureWholeOnly(total))
  return {
    amount,
    steps: payments.map((payment) => captureStep(payment, whole ? payment.price : amount, newKey)),
  }
}

function captureStep(payment: WholePayment, price: Money, newKey: NewKey): OperationStep {
  const { paymentId, paidPrice } = payment
  if (payment.phase !== 'PRE_AUTH')
    return { key: newKey(), paymentId, amount: paidPrice, price, state: 'done', ...bankOf(payment) }
  const amount = proportion(paidPrice, price.minor, payment.price.minor)
  return { key: newKey(), paymentId, amount, price, state: 'planned' }
}

export interface VoidInput {
  /** Refuse what was captured. */
  readonly onlyUncaptured: boolean
  readonly newKey: NewKey
}

/**
 * One request for each payment as a whole. Nothing is sent for a payment that was given back already: it is done.
 * A payment of which a part went back can only be refunded further, by amount.
 */
export function planVoid(
  { onlyUncaptured, newKey }: VoidInput,
  payments: readonly WholePayment[],
): OperationPlan | Rejection {
  if (payments.some(({ refunded }) => refunded === 'a part'))
    return rejection('partly-refunded', OPERATION_ERRORS.partlyRefunded)
  const captured = payments.some(({ phase, refunded }) => phase !== 'PRE_AUTH' && refunded === 'nothing')
  if (onlyUncaptured && captured) return rejection('captured', OPERATION_ERRORS.captured)
  const steps = payments.map(({ paymentId, paidPrice: amount, price, refunded }): OperationStep => {
    const state = refunded === 'everything' ? 'done' : 'planned'
    return { key: newKey(), paymentId, amount, price, state }
  })
  return { amount: totalPrice(payments), steps }
}

/** developer.craftgate.io/api/payment/pre-auth-post-auth-payment */
export function captureRequest(client: CraftgateClient, step: OperationStep): StepRequest {
  const { key: idempotencyKey, paymentId, amount } = step
  const body = { paidPrice: toWireNumber(amount) }
  const ask = async () => matchCaptureReport(step, await retrieveReport(client, paymentId))
  return stepRequest({
    send: {
      call: () => client.within({ idempotencyKey }).call('postAuthPayment', { path: { paymentId }, body }),
      read: (answer) => matchCaptureAnswer(step, answer),
    },
    ask,
    follow: ask,
  })
}

const captureShape = z.object({
  id: idShape,
  paymentStatus: z.string(),
  paidPrice: amountShape,
  currency: z.string(),
  paymentError: errorShape,
})

/** What Craftgate answered to a post-auth. Throws ZodError. */
export function matchCaptureAnswer(step: OperationStep, answer: unknown): StepAnswer {
  const { id: paymentId, paymentStatus, paidPrice, currency, paymentError } = captureShape.parse(answer)
  if (paymentStatus === 'FAILURE') return { is: 'failed', error: recordedError(paymentError) }
  if (paymentStatus !== 'SUCCESS') return unknownStatus
  const amount = readAmount(paidPrice, currency)
  const isAsAsked = paymentId === step.paymentId && sameAmount(amount, step.amount)
  return isAsAsked
    ? { is: 'done', bank: bankOf(bankFactsOf(answer)) }
    : differs(step, [{ amount, paymentId }])
}

const bankOf = ({ bankCommission, blockageResolvedAt }: BankFacts) => ({
  bankCommission: bankCommission?.amount,
  blockageResolvedAt: blockageResolvedAt?.toISOString(),
})

/** A post-auth carries no conversationId; that it happened shows in the payment's phase. */
function matchCaptureReport(step: OperationStep, payment: ReportedPayment): StepAnswer {
  const { phase, paidPrice, refunded } = payment
  if (phase !== 'PRE_AUTH')
    return sameAmount(paidPrice, step.amount)
      ? { is: 'done', bank: bankOf(payment) }
      : { is: 'failed', error: ownError('captured-already', capturedOtherwise(paidPrice)) }
  if (refunded !== 'everything') return notFound
  return { is: 'failed', error: ownError('gone', OPERATION_ERRORS.authorizationGone) }
}
