import { toDecimal } from '../money'
import type { CheckoutRecord } from '../platform'
import { type Difference, isHeld, type PaymentFacts, type PaymentOutcome } from './outcome'

type Expected = Pick<CheckoutRecord, 'id' | 'expected' | 'state'>

/**
 * In what a payment differs from the attempt that it should belong to; empty when it is the one. Of several payments
 * the sum is compared. The basket total
 * is compared, not paidPrice: more than the price is the shopper's interest, less is a campaign the merchant funds.
 */
export function compareWithExpected(record: Expected, facts: PaymentFacts): readonly Difference[] {
  const rows: readonly Difference[] = [
    { field: 'price', expected: toDecimal(record.expected), actual: priceToCompare(record, facts) },
    { field: 'currency', expected: record.expected.currency, actual: facts.price.currency },
    { field: 'externalId', expected: record.id, actual: facts.externalId ?? '' },
    { field: 'conversationId', expected: record.id, actual: facts.conversationId ?? '' },
  ]
  return rows.filter((row) => row.expected !== row.actual)
}

/** A capture may take less or more than was authorized, and that amount was compared when it was authorized. */
function priceToCompare(record: Expected, facts: PaymentFacts): string {
  const capturedLater = record.state === 'authorized' || record.state === 'captured'
  return toDecimal(facts.phase === 'POST_AUTH' && capturedLater ? record.expected : facts.price)
}

/** The outcome, or `mismatch` when its payment is not the one that this attempt started. */
export function judgeOutcome(record: Expected, outcome: PaymentOutcome): PaymentOutcome {
  if (outcome.kind === 'expired' || outcome.kind === 'mismatch' || outcome.facts === undefined) return outcome
  const differences = compareWithExpected(record, outcome.facts)
  if (differences.length === 0) return outcome
  return { kind: 'mismatch', facts: outcome.facts, differences, moneyHeld: isHeld(outcome) }
}
