import type { BeginRequest } from '../commerce'
import { logError } from '../log-error'
import type { CheckoutRecord, CheckoutState } from '../platform'
import { insertAttempt, sameMoney, type Terms, termsOf } from './attempt'
import type { CheckoutParts } from './checkout-parts'
import { expireCheckout } from './expire'
import { untilSettled } from './until-settled'
import { writeCheckout } from './write-checkout'

/**
 * Writes down an attempt to pay. The same sale twice is the same record; a sale whose amount changed is the next
 * attempt, after the earlier page was closed, or settled when it turned out to be paid.
 * Throws a CraftgateError of kind `configuration` for an unknown merchant.
 */
export async function beginCheckout(parts: CheckoutParts, sale: BeginRequest): Promise<CheckoutRecord> {
  const { reference } = sale
  const terms = termsOf(parts, sale)
  return untilSettled(async () => {
    const newest = await parts.platform.findCheckout({ reference })
    if (newest === undefined) return insertAttempt(parts, { terms, reference, attempt: 1 })
    return isSameSale(newest, terms) ? newest : beginAgain(parts, newest, terms)
  })
}

const isSameSale = (record: CheckoutRecord, terms: Terms): boolean =>
  record.account === terms.account &&
  record.phase === terms.phase &&
  sameMoney(record.expected, terms.expected)

async function beginAgain(parts: CheckoutParts, newest: CheckoutRecord, terms: Terms) {
  if (newest.state === 'created') return writeCheckout(parts, newest, terms)
  const earlier = newest.state === 'open' ? await closeEarlier(parts, newest) : undefined
  if (earlier === 'later') return newest
  if (earlier !== undefined && PAID.has(earlier.state)) return earlier
  return insertAttempt(parts, { terms, reference: newest.reference, attempt: newest.attempt + 1 })
}

/** An order took this attempt's money after all. */
const PAID: ReadonlySet<CheckoutState> = new Set(['review', 'authorized', 'captured'])

/** 'later': Craftgate cannot be reached. The pay link compares with the order again and closes the page then. */
async function closeEarlier(parts: CheckoutParts, record: CheckoutRecord): Promise<CheckoutRecord | 'later'> {
  try {
    return (await expireCheckout(parts, record)).record
  } catch (error) {
    parts.logger.warn('The earlier page of a checkout could not be closed yet', {
      checkout: record.id,
      error: logError(error),
    })
    return 'later'
  }
}
