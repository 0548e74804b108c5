import {
  type CheckoutRecord,
  describeErrorGroup,
  type ErrorFacts,
  merchantPaymentView,
  type PaymentFacts,
  type PaymentOutcome,
  shopperPaymentView,
  toDecimal,
} from '@craftgate-commerce/core'
import type { PaymentMetadata } from '@vendure/core'

/**
 * What stands beside a payment in Vendure. The Admin API shows all of it, the Shop API only `public`. Amounts are
 * decimal text. No key ends in `id`: Vendure would encode its value as an id of its own. Holds no token, no name and no card number beyond its last four digits.
 */
export function paymentMetadata(record: CheckoutRecord, outcome: PaymentOutcome): PaymentMetadata {
  const facts = 'facts' in outcome ? outcome.facts : undefined
  return {
    reference: record.reference,
    attempt: record.attempt,
    outcome: outcome.kind,
    ...(outcome.kind === 'declined' ? { error: errorLines(outcome.error) } : {}),
    ...(facts ? adminFacts(facts) : {}),
    public: { outcome: outcome.kind, ...(facts ? shopperPaymentView(facts) : {}) },
  }
}

/** `reason` is for the merchant, in both languages. */
const errorLines = (error: ErrorFacts) => ({ ...error, reason: describeErrorGroup(error.group).merchant })

function adminFacts(facts: PaymentFacts) {
  const { bin: _bin, ...shown } = merchantPaymentView(facts)
  return {
    ...shown,
    payment: facts.paymentId,
    transactions: facts.transactions.map(({ id, externalId, price, paidPrice }) => ({
      transaction: id,
      item: externalId,
      price: toDecimal(price),
      paidPrice: toDecimal(paidPrice),
    })),
  }
}
