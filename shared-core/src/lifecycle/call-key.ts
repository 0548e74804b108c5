import type { Money } from '../money'
import type { MoneyIntent } from '../platform'

const ofKind = (intents: readonly MoneyIntent[], kind: MoneyIntent['kind']) =>
  intents.filter((intent) => intent.kind === kind)

/**
 * The key of a capture or void: the same until the call has failed, so that two clicks, or a click after a crash, are
 * one capture or one void. `intents` are all of this payment.
 */
export function callKeyOf(
  kind: 'capture' | 'void',
  paymentId: number,
  intents: readonly MoneyIntent[],
): string {
  const failed = ofKind(intents, kind).filter((intent) => intent.state === 'failed').length
  return `${kind}-${paymentId}-${failed + 1}`
}

export interface RefundToName {
  readonly paymentId: number
  /** In the order's price. */
  readonly amount: Money
  /** All of this payment. */
  readonly intents: readonly MoneyIntent[]
  /** Keys of the refunds of this payment that the shop has. */
  readonly known: ReadonlySet<string>
}

/**
 * A new key for a new refund. A refund of the same amount that Craftgate may have made while the shop lost its record
 * (a crash before the commit) keeps its key, so that it is written down now instead of made again.
 */
export function refundKeyOf({ paymentId, amount, intents, known }: RefundToName): string {
  const all = ofKind(intents, 'refund')
  const lost = all.find(
    (intent) => !known.has(intent.key) && intent.state !== 'failed' && intent.amount.minor === amount.minor,
  )
  return lost?.key ?? `refund-${paymentId}-${all.length + 1}`
}
