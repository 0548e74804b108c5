import { compare, type Money } from '../money'
import type { PaymentFacts } from '../payment/outcome'
import type { PaymentOperation } from '../platform'

/**
 * The part of the order's price that the payment holds. A pre-authorization that was captured with another amount
 * keeps its first price at Craftgate, so the capture's own operation knows better; without one (captured in the panel)
 * it is what the card was charged, and at most the price, since what is above it may be instalment interest.
 */
export function capturedPrice(
  payment: Pick<PaymentFacts, 'phase' | 'price' | 'paidPrice'>,
  operations: readonly PaymentOperation[],
): Money {
  if (payment.phase !== 'POST_AUTH') return payment.price
  const capture = operations.find((operation) => operation.kind === 'capture' && operation.state !== 'failed')
  if (capture !== undefined) return capture.amount
  return compare(payment.paidPrice, payment.price) < 0 ? payment.paidPrice : payment.price
}
