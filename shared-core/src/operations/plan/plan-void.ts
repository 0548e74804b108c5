import type { Money } from '../../money'
import type { OperationStep } from '../../platform'
import { type Refusal, refusal } from './refusal'

/** A payment as a void sees it. */
export interface VoidablePayment {
  readonly paymentId: number
  readonly price: Money
  readonly paidPrice: Money
  readonly refunded: 'nothing' | 'a part' | 'everything'
  /** It was captured, and the shop voids authorizations only. */
  readonly heldByCapture?: boolean
}

export interface VoidPlan {
  readonly amount: Money
  readonly steps: readonly OperationStep[]
}

/**
 * One request for the whole payment. Nothing is sent for a payment that was given back already: it is done.
 * A payment of which a part went back can only be refunded further, by amount.
 */
export function planVoid(key: string, payment: VoidablePayment): VoidPlan | Refusal {
  if (payment.refunded === 'a part') return partlyRefunded
  if (payment.heldByCapture && payment.refunded === 'nothing') return capturedBefore
  const state = payment.refunded === 'everything' ? 'done' : 'planned'
  return {
    amount: payment.price,
    steps: [{ key, paymentId: payment.paymentId, amount: payment.paidPrice, price: payment.price, state }],
  }
}

const capturedBefore = refusal('captured', {
  tr: 'Bu ödeme tahsil edilmiş; provizyon iptali yapılamaz, tutarı iade edin.',
  en: 'This payment was captured; an authorization can no longer be voided, refund the amount.',
})

const partlyRefunded = refusal('partly-refunded', {
  tr: 'Bu ödemenin bir kısmı iade edilmiş; iptal edilemez, kalan tutarı iade edin.',
  en: 'A part of this payment was refunded; it cannot be voided. Refund the rest instead.',
})
