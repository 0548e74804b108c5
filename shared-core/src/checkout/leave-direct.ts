import { leftNote } from '../messages/checkout'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { openedBy, wayOnOf, withLeft } from './direct/way-on'
import { type CheckoutDependencies, paymentOf, writeCheckout } from './record'

type Pending = Extract<PaymentOutcome, { kind: 'pending' }>

/** Nobody can pay any more what only an answer that we hand on would complete, or what nobody was led to. */
export function mayStillBePaid(record: CheckoutRecord): boolean {
  const { kind } = wayOnOf(record)
  return kind !== 'code' && kind !== 'script' && kind !== 'starting'
}

/**
 * An attempt that was started by API makes room for another. Craftgate has no call that closes it: what comes of it late
 * pays the order if that is still unpaid, and else is an unexpected payment.
 */
export function leaveDirect(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  { facts }: Pending,
): Promise<CheckoutRecord> {
  const note = leftNote(openedBy(record), mayStillBePaid(record))
  return writeCheckout(deps, record, {
    state: 'expired',
    ...(facts && paymentOf(facts)),
    context: withLeft(record.context),
    note,
  })
}
