// A payment that the merchant rejected in its fraud review: the order loses it and is cancelled, and the money goes back,
// whatever happens in between. The record says that it was rejected before anything of that is done.
import { logError } from '../logger'
import {
  cancelledAfterAllNote,
  isNotCancelled,
  notCancelledNote,
  REJECTED_REASON,
  rejectedNote,
} from '../messages/fraud'
import type { PaymentFacts, PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { refundUnexpected } from './auto-refund'
import { type CheckoutDependencies, paymentOf, writeCheckout } from './record'

type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

/** Writes down that the merchant rejects it: from here on no order takes or keeps this payment. */
export const writeRejection = (deps: CheckoutDependencies, record: CheckoutRecord): Promise<CheckoutRecord> =>
  writeCheckout(deps, record, { context: { ...record.context, rejected: 'fraud' } })

export const isRejected = ({ context }: Pick<CheckoutRecord, 'context'>): boolean =>
  context.rejected !== undefined

/** A person has to decide: Craftgate's fraud rules marked the payment, and nobody here has rejected it. */
export const waitsForReview = ({ state, context }: Pick<CheckoutRecord, 'state' | 'context'>): boolean =>
  state === 'review' && !isRejected({ context })

/** The payment was rejected, and its order is still to be cancelled: something of it was sent. */
export const waitsForCancellation = ({ note }: Pick<CheckoutRecord, 'note'>): boolean => isNotCancelled(note)

/** What an order hears of a payment that was rejected. */
const rejectionOf = (facts: PaymentFacts): Declined => ({
  kind: 'declined',
  facts,
  error: { code: 'fraud-rejected', group: 'FRAUD_BLOCK', message: REJECTED_REASON },
})

/**
 * Carries a rejection on from where it stands, however often this is asked. The order loses the payment first, so that
 * nothing is sent for it; an order that cannot be cancelled keeps nobody's money, and its record says so until it is cancelled.
 */
export async function carryOutRejection(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  facts: PaymentFacts | undefined,
): Promise<CheckoutRecord> {
  if (record.state === 'refunded') return cancelAfterAll(deps, record)
  if (record.state === 'refunding') return refundUnexpected(deps, await cancelAfterAll(deps, record))
  if (facts === undefined) return record
  await deps.platform.apply(record, rejectionOf(facts))
  const isCancelled = await cancelOrder(deps, record)
  const note = isCancelled ? rejectedNote(facts) : notCancelledNote(rejectedNote(facts))
  return refundUnexpected(
    deps,
    await writeCheckout(deps, record, { state: 'refunding', ...paymentOf(facts), note }),
  )
}

/** An order that could not be cancelled may be by now, and the merchant may have done it. */
async function cancelAfterAll(deps: CheckoutDependencies, record: CheckoutRecord): Promise<CheckoutRecord> {
  if (!isNotCancelled(record.note) || !(await cancelOrder(deps, record))) return record
  return writeCheckout(deps, record, { note: cancelledAfterAllNote(record.note) })
}

/** False: the merchant has to. A shop without a way to do it says so by itself. */
async function cancelOrder(
  { platform, logger }: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<boolean> {
  try {
    await platform.cancelOrder?.(record, REJECTED_REASON)
    return true
  } catch (error) {
    logger.error('The order of a rejected payment could not be cancelled; cancel it in the shop', {
      checkout: record.id,
      error: logError(error),
    })
    return false
  }
}
