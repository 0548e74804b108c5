import { type CurrencyCode, type Money, sum } from '../money'
import type { OperationStep, PaymentOperation } from '../platform'
import type { ReportedPayment } from './call/reported-payment'
import { countingSteps } from './operation'

/** What our own refunds and voids of a payment gave back, or still may give back. */
export interface RefundedByUs {
  readonly nothing: boolean
  /** True when one of them is about the whole payment. */
  readonly everything: boolean
  price(transactionId: number): Money
  paid(transactionId: number): Money
}

export function refundedByUs(operations: readonly PaymentOperation[], currency: CurrencyCode): RefundedByUs {
  const steps = operations.filter((operation) => operation.kind !== 'capture').flatMap(countingSteps)
  const of = (id: number) => steps.filter((step) => step.transactionId === id)
  const total = (chosen: readonly OperationStep[], part: 'price' | 'amount') =>
    sum(
      chosen.map((step) => step[part]),
      currency,
    )
  return {
    nothing: steps.length === 0,
    everything: steps.some((step) => step.transactionId === undefined),
    price: (id) => total(of(id), 'price'),
    paid: (id) => total(of(id), 'amount'),
  }
}

/** How much of the payment went back: as Craftgate reports it, or more when the report lags behind our own calls. */
export function refundedOf(payment: ReportedPayment, ours: RefundedByUs): ReportedPayment['refunded'] {
  if (ours.everything) return 'everything'
  return payment.refunded === 'nothing' && !ours.nothing ? 'a part' : payment.refunded
}
