import {
  type CheckoutRecord,
  describeErrorGroup,
  type ErrorFacts,
  interestOf,
  type PaymentFacts,
  type PaymentOutcome,
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
    public: { outcome: outcome.kind, ...(facts ? publicFacts(facts) : {}) },
  }
}

/** `reason` is for the merchant, in both languages. */
const errorLines = (error: ErrorFacts) => ({ ...error, reason: describeErrorGroup(error.group).merchant })

/** What the shopper may see of the payment. */
export function publicFacts(facts: PaymentFacts) {
  const interest = interestOf(facts)
  return {
    installment: facts.installment,
    paidPrice: toDecimal(facts.paidPrice),
    interest: interest.kind === 'shopper-interest' ? toDecimal(interest.amount) : undefined,
    currency: facts.paidPrice.currency,
    cardFamily: facts.card?.family,
    cardAssociation: facts.card?.association,
    lastFour: facts.card?.lastFour,
    threeDS: facts.threeDS,
  }
}

function adminFacts(facts: PaymentFacts) {
  const interest = interestOf(facts)
  return {
    ...publicFacts(facts),
    payment: facts.paymentId,
    phase: facts.phase,
    price: toDecimal(facts.price),
    campaign: interest.kind === 'merchant-campaign' ? toDecimal(interest.amount) : undefined,
    bank: facts.card?.bankName,
    cardType: facts.card?.type,
    storedCard: facts.card?.storedCard,
    pos: facts.pos?.alias ?? facts.pos?.name,
    fraud: facts.fraud?.action,
    authCode: facts.authCode,
    transactions: facts.transactions.map(({ id, externalId, price, paidPrice }) => ({
      transaction: id,
      item: externalId,
      price: toDecimal(price),
      paidPrice: toDecimal(paidPrice),
    })),
  }
}
