import { providerErrorOf } from '../client/provider-error'
import type { Logger } from '../logger'
import { paidByLink, paymentMethod } from '../methods'
import { compare, money, toDecimal } from '../money'
import type { CheckoutRecord } from '../platform'
import { chargeOf } from './charge'
import { type Difference, type ErrorFacts, isHeld, type PaymentFacts, type PaymentOutcome } from './outcome'
import { type PaymentOnTheWire, parsePayment, readPayment } from './read-payment'
import { kindOf } from './status-table'

type Pending = Extract<PaymentOutcome, { kind: 'pending' }>

/**
 * What a payment of Craftgate means, by the status table, before it is compared with what was expected.
 * Throws a CraftgateError of kind `unavailable` when it cannot be read.
 */
export function outcomeOfPayment(response: unknown, logger: Logger): PaymentOutcome {
  const wire = parsePayment(response)
  const facts = readPayment(response)
  const kind = kindOf({
    status: wire.paymentStatus,
    phase: wire.paymentPhase,
    fraudAction: wire.fraudAction,
  })
  if (kind === undefined) warnUnknown(wire, logger)
  if (kind === 'declined') return declined(wire, facts, logger)
  if (kind !== undefined && kind !== 'pending') return { kind, facts }
  return { kind: 'pending', facts, ...whyPending(wire, facts) }
}

function whyPending(
  { paymentStatus }: PaymentOnTheWire,
  { method }: PaymentFacts,
): Pick<Pending, 'awaitingFunds' | 'bankDecides'> {
  if (paymentStatus === 'WAITING') return isAtProvider(method) ? {} : { awaitingFunds: true }
  return paymentStatus === 'CALLBACK_THREEDS' ? { bankDecides: true } : {}
}

/** A wallet is WAITING while the shopper stands at its page, which promises nothing: he may turn back and pay otherwise. */
function isAtProvider(method: PaymentFacts['method']): boolean {
  const row = paymentMethod(method)
  return row !== undefined && row.group !== 'card' && row.ends === 'at-once'
}

function declined(wire: PaymentOnTheWire, facts: PaymentFacts, logger: Logger): PaymentOutcome {
  if (wire.paymentStatus === 'SUCCESS') {
    logger.error('Craftgate took money for a payment that its fraud rules block; check it in the panel', {
      paymentId: wire.id,
    })
  }
  return { kind: 'declined', facts, error: errorOf(wire) }
}

function errorOf(wire: PaymentOnTheWire): ErrorFacts {
  const { errorCode, errorGroup, errorDescription } = wire.paymentError ?? {}
  const blocked = wire.fraudAction === 'BLOCK'
  return {
    code: errorCode ?? (blocked ? 'fraud-block' : 'declined'),
    group: errorGroup ?? (blocked ? 'FRAUD_BLOCK' : undefined),
    description: errorDescription,
    providerError: providerErrorOf(wire.paymentError?.providerError ?? wire.providerError),
  }
}

const warnUnknown = (wire: PaymentOnTheWire, logger: Logger): void =>
  logger.warn('Craftgate told a payment status that this version does not know; the payment stays pending', {
    paymentId: wire.id,
    status: wire.paymentStatus,
    phase: wire.paymentPhase,
    fraudAction: wire.fraudAction,
  })

type Expected = Pick<CheckoutRecord, 'id' | 'expected' | 'state'> & Partial<Pick<CheckoutRecord, 'context'>>

/**
 * In what a payment differs from the attempt that it should belong to; empty when it is the one. Of several payments
 * the sum is compared. It is the basket total, not paidPrice: more than the price is the shopper's interest, less is a
 * campaign the merchant funds. Of a card that core charges by API what was asked for is known, and compared as well. What
 * Craftgate leaves out contradicts nothing: the payment was found by its token or id. The payment of a link names the link, and
 * no attempt.
 */
export function compareWithExpected(record: Expected, facts: PaymentFacts): readonly Difference[] {
  const rows: readonly Difference[] = [
    { field: 'price', expected: toDecimal(record.expected), actual: priceToCompare(record, facts) },
    { field: 'currency', expected: record.expected.currency, actual: facts.price.currency },
    { field: 'paidPrice', expected: toDecimal(facts.price), actual: capturedToCompare(record, facts) },
    ...namesToCompare(record, facts),
    ...chargeToCompare(record, facts),
  ]
  return rows.filter((row) => row.expected !== row.actual)
}

function namesToCompare({ id, context = {} }: Expected, facts: PaymentFacts): readonly Difference[] {
  const link = paidByLink({ context })
  const { externalId = link ?? id, conversationId = id } = facts
  if (link !== undefined) return [{ field: 'externalId', expected: link, actual: externalId }]
  return [
    { field: 'externalId', expected: id, actual: externalId },
    { field: 'conversationId', expected: id, actual: conversationId },
  ]
}

/** Until somebody captures a part of it, which is compared above. */
function chargeToCompare(record: Expected, facts: PaymentFacts): readonly Difference[] {
  const charge = chargeOf(record)
  if (charge === undefined || facts.phase === 'POST_AUTH') return []
  const { currency } = record.expected
  const inDecimal = (minor: number) => toDecimal(money(minor, currency))
  const { pointsUsed = money(charge.points ?? 0, currency) } = facts
  return [
    { field: 'paidPrice', expected: inDecimal(charge.paidPrice), actual: toDecimal(facts.paidPrice) },
    { field: 'installment', expected: String(charge.installment), actual: String(facts.installment) },
    { field: 'points', expected: inDecimal(charge.points ?? 0), actual: toDecimal(pointsUsed) },
  ]
}

/** A capture may take less or more than was authorized, and that amount was compared when it was authorized. */
function priceToCompare(record: Expected, facts: PaymentFacts): string {
  const capturedLater = record.state === 'authorized' || record.state === 'captured'
  return toDecimal(facts.phase === 'POST_AUTH' && capturedLater ? record.expected : facts.price)
}

/**
 * An authorization that somebody captured before the order took it: its paidPrice is what was captured. At least the
 * price is wanted, and without instalments the price itself.
 */
function capturedToCompare(record: Expected, { phase, price, paidPrice, installment }: PaymentFacts): string {
  const taken = record.state === 'authorized' || record.state === 'captured'
  if (phase !== 'POST_AUTH' || taken || paidPrice.currency !== price.currency) return toDecimal(price)
  const more = compare(paidPrice, price)
  return toDecimal(more === 0 || (more > 0 && installment > 1) ? price : paidPrice)
}

/** The outcome, or `mismatch` when its payment is not the one that this attempt started. */
export function judgeOutcome(record: Expected, outcome: PaymentOutcome): PaymentOutcome {
  if (outcome.kind === 'expired' || outcome.kind === 'mismatch' || outcome.facts === undefined) return outcome
  const differences = compareWithExpected(record, outcome.facts)
  if (differences.length === 0) return outcome
  return { kind: 'mismatch', facts: outcome.facts, differences, moneyHeld: isHeld(outcome) }
}
