import { compare, type Money, proportion } from '../../money'
import type { OperationStep } from '../../platform'
import { checkAmount } from './check-amount'
import { inWords, type Refusal, refusal } from './refusal'

/** A payment as a capture sees it. */
export interface CapturablePayment {
  readonly paymentId: number
  readonly phase: 'AUTH' | 'PRE_AUTH' | 'POST_AUTH'
  /** True when the money was given back, or the authorization was cancelled. */
  readonly gone: boolean
  /** Craftgate's fraud rules hold it until somebody decides in the panel. */
  readonly underReview: boolean
  /** The order's price that was authorized or, once captured, captured. */
  readonly price: Money
  /** What the card was authorized or charged for. */
  readonly paidPrice: Money
}

export interface CaptureWish {
  readonly key: string
  /** In the order's price; all that was authorized when absent. */
  readonly amount?: Money
}

export interface CapturePlan {
  readonly amount: Money
  readonly steps: readonly OperationStep[]
}

/**
 * One post-auth request. Its paidPrice is the captured share of what was authorized, interest included; all of it when
 * the whole price is captured. Less and more are the POS's own margin, which only Craftgate knows.
 * Captured before, by whom ever: done when the amounts agree, refused when not.
 */
export function planCapture(wish: CaptureWish, payment: CapturablePayment): CapturePlan | Refusal {
  const amount = wish.amount ?? payment.price
  const wrong = checkAmount(amount, payment.price.currency)
  if (wrong !== undefined) return wrong
  if (payment.gone) return goneAlready
  if (payment.underReview) return reviewFirst
  if (payment.phase !== 'PRE_AUTH') return captured(wish.key, amount, payment)
  const paid = proportion(payment.paidPrice, amount.minor, payment.price.minor)
  return {
    amount,
    steps: [{ key: wish.key, paymentId: payment.paymentId, amount: paid, price: amount, state: 'planned' }],
  }
}

function captured(key: string, amount: Money, payment: CapturablePayment): CapturePlan | Refusal {
  if (compare(amount, payment.price) !== 0) return capturedAlready(payment.price)
  return {
    amount,
    steps: [{ key, paymentId: payment.paymentId, amount: payment.paidPrice, price: amount, state: 'done' }],
  }
}

const goneAlready = refusal('gone', {
  tr: 'Bu ödeme iptal veya iade edilmiş; provizyonu kapatılamaz.',
  en: 'This payment was cancelled or refunded; it cannot be captured.',
})

const reviewFirst = refusal('under-review', {
  tr: 'Bu ödeme şüpheli işlem incelemesinde. Önce Craftgate panelinde karar verin ya da ödemeyi iptal edin.',
  en: 'This payment is under fraud review. Decide in the Craftgate panel first, or cancel the payment.',
})

function capturedAlready(price: Money): Refusal {
  const amount = inWords(price)
  return refusal('captured-already', {
    tr: `Bu ödemenin provizyonu daha önce ${amount.tr} olarak kapatılmış.`,
    en: `This payment was captured before, with ${amount.en}.`,
  })
}
