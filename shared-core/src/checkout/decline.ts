import { type PaymentOutcome, paymentIdsOf } from '../payment'
import type { CheckoutRecord } from '../platform'
import type { CheckoutParts } from './checkout-parts'
import { declinedNote } from './notes'
import { isOver } from './resolve'
import { mayFollow } from './state-table'
import { writeCheckout } from './write-checkout'

type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

/** The shop hears of each declined payment once; the page stays open, because the shopper may try another card. */
export async function takeDecline(
  parts: CheckoutParts,
  record: CheckoutRecord,
  outcome: Declined,
): Promise<CheckoutRecord | 'conflict'> {
  if (!mayFollow(record.state, 'expired')) return record
  const known = isKnown(record, outcome)
  if (!known) await parts.platform.apply(record, outcome)
  const state = record.state === 'open' && !isOver(record, parts.clock()) ? 'open' : 'expired'
  if (known && state === record.state) return record
  const paymentIds = outcome.facts ? paymentIdsOf(outcome.facts) : record.paymentIds
  return writeCheckout(parts, record, { state, paymentIds, note: declinedNote(outcome.error) })
}

/** An open record carries the id of a payment only after the shop was told that it was declined. */
function isKnown(record: CheckoutRecord, { facts, error }: Declined): boolean {
  if (record.state !== 'open') return false
  return facts === undefined
    ? record.note === declinedNote(error)
    : record.paymentIds.includes(facts.paymentId)
}
