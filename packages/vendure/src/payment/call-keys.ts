import type { MoneyIntent } from '@craftgate-commerce/core'
import type { Refund } from '@vendure/core'

const ofKind = (intents: readonly MoneyIntent[], kind: MoneyIntent['kind']) =>
  intents.filter((intent) => intent.kind === kind)

/** The same key until the call has failed: two clicks, or a click after a crash, are one capture or one void. */
export function keyOf(kind: 'capture' | 'void', paymentId: number, intents: readonly MoneyIntent[]): string {
  const failed = ofKind(intents, kind).filter((intent) => intent.state === 'failed').length
  return `${kind}-${paymentId}-${failed + 1}`
}

interface RefundToName {
  readonly paymentId: number
  /** Minor units. */
  readonly amount: number
  readonly intents: readonly MoneyIntent[]
  /** The refunds of this payment that Vendure has. */
  readonly refunds: readonly Pick<Refund, 'metadata'>[]
}

/**
 * A new key for a new refund. A refund of the same amount that Craftgate may have made while Vendure lost its record
 * (a crash before the commit) keeps its key, so that it is written down now instead of made again.
 */
export function refundKeyOf({ paymentId, amount, intents, refunds }: RefundToName): string {
  const known = new Set(refunds.map((refund) => refund.metadata?.key))
  const all = ofKind(intents, 'refund')
  const lost = all.find(
    (intent) => !known.has(intent.key) && intent.state !== 'failed' && intent.amount.minor === amount,
  )
  return lost?.key ?? `refund-${paymentId}-${all.length + 1}`
}
