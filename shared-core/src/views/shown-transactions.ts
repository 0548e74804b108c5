import { subtract, toDecimal } from '../money'
import { refundedByUs } from '../operations'
import type { PaymentFacts } from '../payment/outcome'
import type { PaymentOperation } from '../platform'

/**
 * The items of a payment with what can still be refunded of each, by our own refunds. `operations` are all of this payment.
 * Amounts are decimal text, in the order's price but for `paidPrice`.
 */
export function shownTransactions(facts: PaymentFacts, operations: readonly PaymentOperation[]) {
  const ours = refundedByUs(operations, facts.price.currency)
  return facts.transactions.map(
    ({ id, paymentId = facts.paymentId, externalId, price, paidPrice, status }) => ({
      id,
      externalId,
      status,
      price: toDecimal(price),
      paidPrice: toDecimal(paidPrice),
      refundable: toDecimal(subtract(price, ours.everything(paymentId) ? price : ours.price(id))),
    }),
  )
}
