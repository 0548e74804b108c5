import type { OrderSnapshot } from '../basket/order-snapshot'
import type { PaymentFacts, PaymentOutcome } from '../payment/outcome'
import type { ApplyResult } from '../platform'

type Paid = 'review' | 'authorized' | 'captured'
const RANK: Readonly<Record<Paid, number>> = { review: 0, authorized: 1, captured: 2 }

/** A shop's order at its simplest: one payment may pay it, and only with the amount that it costs now. */
export class MemoryOrder {
  payment?: { readonly id: number; readonly state: Paid; readonly facts: PaymentFacts }
  /** Ids of declined payments, each once; 0 stands for a decline without a payment. */
  readonly declines: number[] = []
  cancelled = false
  /** How often it was placed without a payment. */
  placedFree = 0

  constructor(public snapshot: OrderSnapshot) {}

  apply(outcome: PaymentOutcome): ApplyResult {
    switch (outcome.kind) {
      case 'captured':
      case 'authorized':
      case 'review':
        return this.pay(outcome.kind, outcome.facts)
      case 'declined':
        return this.decline(outcome.facts?.paymentId ?? 0)
      default:
        throw new Error(`A shop is never asked to apply '${outcome.kind}'`)
    }
  }

  placeFree(): void {
    this.placedFree += 1
    this.snapshot = { ...this.snapshot, isFree: false }
  }

  /** True when the payment that this outcome is about pays the order. */
  holds(outcome: PaymentOutcome): boolean {
    return 'facts' in outcome && outcome.facts !== undefined && this.payment?.id === outcome.facts.paymentId
  }

  private pay(state: Paid, facts: PaymentFacts): ApplyResult {
    if (this.payment?.id === facts.paymentId) return this.advance(state, facts)
    const { total, currency } = this.snapshot
    const fits = facts.price.minor === total && facts.price.currency === currency
    if (this.payment || this.cancelled || !fits) return 'unexpected'
    this.payment = { id: facts.paymentId, state, facts }
    return 'applied'
  }

  private advance(state: Paid, facts: PaymentFacts): ApplyResult {
    if (this.payment && RANK[state] <= RANK[this.payment.state]) return 'already'
    this.payment = { id: facts.paymentId, state, facts }
    return 'applied'
  }

  /** What was held and not captured is lost. */
  private decline(paymentId: number): ApplyResult {
    if (this.payment?.id === paymentId && this.payment.state !== 'captured') this.payment = undefined
    if (this.declines.includes(paymentId)) return 'already'
    this.declines.push(paymentId)
    return 'applied'
  }
}
