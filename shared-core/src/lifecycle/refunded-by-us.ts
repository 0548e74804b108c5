import { type CurrencyCode, type Money, sum } from '../money'
import type { IntentLeg, MoneyIntent } from '../platform'
import type { ReportedPayment } from './call/reported-payment'
import { countingLegs } from './intent'

/** What our own refunds and voids of a payment gave back, or still may give back. */
export interface RefundedByUs {
  readonly nothing: boolean
  /** True when one of them is about the whole payment. */
  readonly everything: boolean
  price(transactionId: number): Money
  paid(transactionId: number): Money
}

export function refundedByUs(intents: readonly MoneyIntent[], currency: CurrencyCode): RefundedByUs {
  const legs = intents.filter((intent) => intent.kind !== 'capture').flatMap(countingLegs)
  const of = (id: number) => legs.filter((leg) => leg.transactionId === id)
  const total = (chosen: readonly IntentLeg[], part: 'price' | 'amount') =>
    sum(
      chosen.map((leg) => leg[part]),
      currency,
    )
  return {
    nothing: legs.length === 0,
    everything: legs.some((leg) => leg.transactionId === undefined),
    price: (id) => total(of(id), 'price'),
    paid: (id) => total(of(id), 'amount'),
  }
}

/** How much of the payment went back: as Craftgate reports it, or more when the report lags behind our own calls. */
export function refundedOf(payment: ReportedPayment, ours: RefundedByUs): ReportedPayment['refunded'] {
  if (ours.everything) return 'everything'
  return payment.refunded === 'nothing' && !ours.nothing ? 'a part' : payment.refunded
}
