import { compare, type Money, proportion, sum } from '../money'
import type { PaymentFacts } from '../payment/outcome'
import type { OperationStep } from '../platform'
import { checkAmount, inWords, type Rejection, rejection } from './operation-message'

// What a capture and a void ask of Craftgate. Both are about whole payments.

export interface OperationPlan {
  /** In the order's price. */
  readonly amount: Money
  readonly steps: readonly OperationStep[]
}

/** Makes the key of a step: a new one each time. */
export type NewKey = () => string

/** One payment as a capture or void sees it. */
export interface WholePayment {
  readonly paymentId: number
  readonly phase: PaymentFacts['phase']
  readonly refunded: 'nothing' | 'a part' | 'everything'
  /** Craftgate's fraud rules hold it until somebody decides in the panel. */
  readonly underReview: boolean
  /** The order's price that was authorized or, once captured, captured. */
  readonly price: Money
  /** What the card was authorized or charged for. */
  readonly paidPrice: Money
}

export interface CaptureInput {
  /** In the order's price; all that was authorized when absent. */
  readonly amount?: Money
  readonly newKey: NewKey
}

/**
 * One post-auth request. Its paidPrice is the captured share of what was authorized, interest included; all of it when
 * the whole price is captured. Less and more are the POS's own margin, which only Craftgate knows.
 * Captured before, by whom ever: done when the amounts agree, refused when not. Payments of one attempt that was paid by
 * several are captured whole.
 */
export function planCapture(
  { amount: wanted, newKey }: CaptureInput,
  payments: readonly WholePayment[],
): OperationPlan | Rejection {
  const total = totalPrice(payments)
  const amount = wanted ?? total
  const wrong = checkAmount(amount, total.currency)
  if (wrong !== undefined) return wrong
  if (payments.some(({ refunded }) => refunded === 'everything')) return goneAlready
  if (payments.some(({ underReview }) => underReview)) return reviewFirst
  const whole = compare(amount, total) === 0
  const open = payments.some(({ phase }) => phase === 'PRE_AUTH')
  if (!whole && (!open || payments.length > 1)) return open ? wholeOnly(total) : capturedAlready(total)
  return {
    amount,
    steps: payments.map((payment) => captureStep(payment, whole ? payment.price : amount, newKey)),
  }
}

function captureStep(payment: WholePayment, price: Money, newKey: NewKey): OperationStep {
  const { paymentId, paidPrice } = payment
  if (payment.phase !== 'PRE_AUTH')
    return { key: newKey(), paymentId, amount: paidPrice, price, state: 'done' }
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
  if (payments.some(({ refunded }) => refunded === 'a part')) return partlyRefunded
  const captured = payments.some(({ phase, refunded }) => phase !== 'PRE_AUTH' && refunded === 'nothing')
  if (onlyUncaptured && captured) return capturedBefore
  const steps = payments.map(({ paymentId, paidPrice: amount, price, refunded }): OperationStep => {
    const state = refunded === 'everything' ? 'done' : 'planned'
    return { key: newKey(), paymentId, amount, price, state }
  })
  return { amount: totalPrice(payments), steps }
}

/** All payments of an attempt are of one currency: the attempt was compared with its order. */
export function totalPrice(payments: readonly { readonly price: Money }[]): Money {
  const [first, ...more] = payments.map(({ price }) => price)
  if (first === undefined) throw new Error('An attempt without a payment has nothing to operate on')
  return sum([first, ...more], first.currency)
}

const goneAlready = rejection('gone', {
  tr: 'Bu ödeme iptal veya iade edilmiş; provizyonu kapatılamaz.',
  en: 'This payment was cancelled or refunded; it cannot be captured.',
})

const reviewFirst = rejection('under-review', {
  tr: 'Bu ödeme şüpheli işlem incelemesinde. Önce Craftgate panelinde karar verin ya da ödemeyi iptal edin.',
  en: 'This payment is under fraud review. Decide in the Craftgate panel first, or cancel the payment.',
})

function capturedAlready(price: Money): Rejection {
  const amount = inWords(price)
  return rejection('captured-already', {
    tr: `Bu ödemenin provizyonu daha önce ${amount.tr} olarak kapatılmış.`,
    en: `This payment was captured before, with ${amount.en}.`,
  })
}

function wholeOnly(price: Money): Rejection {
  const amount = inWords(price)
  return rejection('whole-only', {
    tr: `Birden fazla ödemeyle alınan provizyon yalnızca bütünüyle kapatılabilir: ${amount.tr}.`,
    en: `An authorization of several payments can only be captured as a whole: ${amount.en}.`,
  })
}

const capturedBefore = rejection('captured', {
  tr: 'Bu ödeme tahsil edilmiş; provizyon iptali yapılamaz, tutarı iade edin.',
  en: 'This payment was captured; an authorization can no longer be voided, refund the amount.',
})

const partlyRefunded = rejection('partly-refunded', {
  tr: 'Bu ödemenin bir kısmı iade edilmiş; iptal edilemez, kalan tutarı iade edin.',
  en: 'A part of this payment was refunded; it cannot be voided. Refund the rest instead.',
})
