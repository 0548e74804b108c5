import type { OperationResult } from '../commerce'
import { logError } from '../log-error'
import { type PaymentFacts, paymentIdsOf } from '../payment'
import type { CheckoutRecord } from '../platform'
import type { CheckoutParts } from './checkout-parts'
import { paidNote } from './notes'
import { writeCheckout } from './write-checkout'

export interface Stray {
  readonly record: CheckoutRecord
  readonly facts: PaymentFacts
  /** Why no order takes the money, for the merchant. */
  readonly note: string
}

/**
 * Money that no order can take is written down as `refunding` first; by option as `needs-review`, and told loudly. Then
 * everything is asked anew ('conflict'): an order that took the money before that was written keeps it, and from here
 * on no order takes it. Only then is it given back (`resumeGiveBack`), under the key of the attempt, so that a crash
 * at any point is resumed and never repeated.
 */
export async function promiseBack(parts: CheckoutParts, stray: Stray): Promise<'conflict'> {
  const { facts, note } = stray
  parts.logger.error(note, {
    checkout: stray.record.id,
    paymentId: facts.paymentId,
    orphans: parts.options.orphans,
  })
  const state = parts.options.orphans === 'keep' ? 'needs-review' : 'refunding'
  await writeCheckout(parts, stray.record, { state, paymentIds: paymentIdsOf(facts), note })
  return 'conflict'
}

/** Goes on with a record that is `refunding`, whatever is known of its payment by now. */
export async function resumeGiveBack(
  parts: CheckoutParts,
  record: CheckoutRecord,
): Promise<CheckoutRecord | 'conflict'> {
  const {
    id,
    account,
    paymentIds: [paymentId],
    note = '',
  } = record
  if (paymentId === undefined) throw new Error(`Checkout ${id} gives back a payment that it does not name`)
  const request = { account, paymentId, key: `${id}-unexpected` }
  const result = await attempt(parts, record, () => parts.giveBack(request))
  if (result?.state !== 'done') return leaveReturning(parts, record, result)
  const given = paidNote('was given back', { paymentId, price: result.operation.amount })
  return writeCheckout(parts, record, { state: 'refunded', note: `${note}; ${given}` })
}

async function attempt(
  { logger }: CheckoutParts,
  record: CheckoutRecord,
  work: () => Promise<OperationResult>,
) {
  try {
    return await work()
  } catch (error) {
    logger.error('Money could not be given back now; reconcile tries again', {
      checkout: record.id,
      error: logError(error),
    })
    return undefined
  }
}

/** Waiting, unknown and what passes end by themselves. A refusal may need the merchant, so it is written down, once. */
async function leaveReturning(
  parts: CheckoutParts,
  record: CheckoutRecord,
  result: OperationResult | undefined,
) {
  if (result?.state !== 'failed' || result.passing) return record
  const { code } = result.error
  const {
    id,
    paymentIds: [paymentId],
    note = '',
  } = record
  parts.logger.error('Craftgate refuses to give money back; look at the payment in the Craftgate panel', {
    checkout: id,
    paymentId,
    code,
  })
  const refused = `Craftgate refuses to give it back (${code})`
  return note.includes(refused) ? record : writeCheckout(parts, record, { note: `${note}; ${refused}` })
}
